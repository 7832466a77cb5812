/** A null where none may be takes its holder with it; an error stands where the caller sees the null, and says nothing of what is below. */
const crew = [
  { name: 'Ada', rank: 1 },
  { name: null, rank: 2 },
  { name: 'Cy', rank: null },
];

export const subgraphs = {
  fleet: {
    sdl: `
      type Query { ship: Ship soft: [Person] hard: [Person!] broken: Int ships: [Ship] }
      type Ship @key(fields: "id") { id: ID! captain: Person! mate: Person }
      type Person { name: String! rank: Int }`,
    root: {
      ship: { id: 's1', captain: { name: null }, mate: crew[0] },
      soft: crew,
      hard: crew,
      broken: () => {
        throw new Error('the secret of the engine');
      },
      ships: [
        { id: 's1', captain: crew[0] },
        { id: 's2', captain: crew[0] },
      ],
    },
  },
  harbour: {
    sdl: `type Ship @key(fields: "id") { id: ID! berth: String! fee: Int }`,
    root: {
      entity: ({ id }) => ({
        __typename: 'Ship',
        id,
        berth: id === 's1' ? 'north' : null,
        fee: () => {
          if (id === 's2') throw new Error('the secret of the fee');
          return 4;
        },
      }),
    },
  },
};

export const asks = [
  {
    says: 'up to what may be null',
    query: '{ ship { mate { name } captain { name } } }',
    data: { ship: null },
    errors: [[['ship'], 'INTERNAL']],
  },
  {
    says: 'an item of a list',
    query: '{ soft { name } }',
    data: { soft: [{ name: 'Ada' }, null, { name: 'Cy' }] },
    errors: [[['soft', 1], 'INTERNAL']],
  },
  {
    says: 'a list of what may not be null',
    query: '{ hard { name } }',
    data: { hard: null },
    errors: [[['hard'], 'INTERNAL']],
  },
  {
    says: 'under the alias of the caller, in words of ours',
    query: '{ x: broken y: broken ship { id } }',
    data: { x: null, y: null, ship: { id: 's1' } },
    errors: [
      [['x'], 'INTERNAL'],
      [['y'], 'INTERNAL'],
    ],
  },
  {
    says: 'of an entity, at the place in the answer where it stands',
    query: '{ ships { id cost: fee } }',
    data: {
      ships: [
        { id: 's1', cost: 4 },
        { id: 's2', cost: null },
      ],
    },
    errors: [[['ships', 1, 'cost'], 'INTERNAL']],
  },
  {
    says: 'of an entity whose field may not be null',
    query: '{ ships { id berth } }',
    data: { ships: [{ id: 's1', berth: 'north' }, null] },
    errors: [[['ships', 1, 'berth'], 'INTERNAL']],
  },
];
