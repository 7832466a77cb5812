/** Entities of a list are asked for in one request, each once, however often it stands there. */
const ships = ['s1', 's2', 's1', null, 's3'].map((id) => id && { id });
const berths = { s1: 'north', s2: 'south' };

export const subgraphs = {
  fleet: {
    sdl: `type Query { ships: [Ship] flagship: Ship } type Ship @key(fields: "id") { id: ID! }`,
    root: { ships, flagship: { id: 's1' } },
  },
  harbour: {
    sdl: `type Ship @key(fields: "id") { id: ID! berth: String tug: Ship }`,
    root: {
      entity: ({ id }) =>
        berths[id] ? { __typename: 'Ship', id, berth: berths[id], tug: { id: 's2', berth: 'south' } } : null,
    },
  },
};

export const asks = [
  {
    says: 'three ships in five places are three representations of one request; who is not found is null',
    query: '{ ships { id berth } }',
    data: {
      ships: [
        { id: 's1', berth: 'north' },
        { id: 's2', berth: 'south' },
        { id: 's1', berth: 'north' },
        null,
        { id: 's3', berth: null },
      ],
    },
  },
  {
    says: 'an entity in two places with two selections gets each its own, though one request brought both',
    query: '{ flagship { a: berth } ships { tug { b: berth } } }',
    data: {
      flagship: { a: 'north' },
      ships: [{ tug: { b: 'south' } }, { tug: { b: 'south' } }, { tug: { b: 'south' } }, null, { tug: null }],
    },
  },
];
