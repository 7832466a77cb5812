/** What a field needs of another subgraph is fetched first, with the arguments that the requirement names. */
const lengths = { s1: { METRE: 100, FOOT: 328 }, s2: { METRE: 50, FOOT: 164 } };

export const subgraphs = {
  fleet: {
    sdl: `
      enum Unit { METRE FOOT }
      type Query { ships: [Ship] }
      type Ship @key(fields: "id") { id: ID! length(unit: Unit!): Int hull: Hull }
      type Hull { plates: [Plate] }
      type Plate { steel: String }`,
    root: {
      ships: ['s1', 's2'].map((id) => ship(id)),
      entity: ({ id }) => ship(id),
    },
  },
  dues: {
    sdl: `
      enum Unit { METRE FOOT }
      type Ship @key(fields: "id") {
        id: ID!
        length(unit: Unit!): Int @external
        hull: Hull @external
        dues: Int @requires(fields: "length(unit: METRE)")
        feet: Int @requires(fields: "length(unit: FOOT)")
        steels: String @requires(fields: "hull { plates { steel } }")
      }
      type Hull @external { plates: [Plate] }
      type Plate @external { steel: String }`,
    root: {
      entity: ({ id, length, hull }) => ({
        __typename: 'Ship',
        id,
        dues: length * 2,
        feet: length,
        steels: hull?.plates?.map((plate) => plate?.steel ?? '-').join(','),
      }),
    },
  },
};

function ship(id) {
  const plates = id === 's1' ? [{ steel: 'A' }, null, { steel: 'B' }] : null;
  return { __typename: 'Ship', id, length: ({ unit }) => lengths[id][unit], hull: { plates } };
}

export const asks = [
  {
    says: 'the requirement has its own argument, and the caller another',
    query: '{ ships { dues feet: length(unit: FOOT) } }',
    data: {
      ships: [
        { dues: 200, feet: 328 },
        { dues: 100, feet: 164 },
      ],
    },
  },
  {
    says: 'two requirements that differ by an argument do not meet',
    query: '{ ships { dues feet } }',
    data: {
      ships: [
        { dues: 200, feet: 328 },
        { dues: 100, feet: 164 },
      ],
    },
  },
  {
    says: 'lists and nulls of what is required arrive as they are',
    query: '{ ships { steels } }',
    data: { ships: [{ steels: 'A,-,B' }, { steels: null }] },
  },
];
