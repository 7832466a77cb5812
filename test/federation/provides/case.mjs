/** What a path provides is not fetched from its owner; on any other path it is. */
const cook = { __typename: 'Person', id: 'p1', name: 'Ada' };

export const subgraphs = {
  fleet: {
    sdl: `
      type Query { captain: Person @provides(fields: "name") cook: Person boats: [Boat] @provides(fields: "... on Tug { power }") }
      type Person @key(fields: "id") { id: ID! name: String @external }
      union Boat = Tug | Raft
      type Tug @key(fields: "id") { id: ID! power: Int @external }
      type Raft { logs: Int }`,
    root: {
      captain: cook,
      cook: { id: 'p1' },
      boats: [
        { __typename: 'Tug', id: 't1', power: 9 },
        { __typename: 'Raft', logs: 3 },
      ],
    },
  },
  people: {
    sdl: `type Person @key(fields: "id") { id: ID! name: String @shareable age: Int }`,
    root: { entity: ({ id }) => ({ ...cook, id, age: 40 }) },
  },
  yard: {
    sdl: `type Tug @key(fields: "id") { id: ID! power: Int @shareable rope: Int }`,
    root: { entity: ({ id }) => ({ __typename: 'Tug', id, power: 9, rope: 7 }) },
  },
};

export const asks = [
  {
    says: 'the owner is not asked for what is provided',
    query: '{ captain { name } }',
    data: { captain: { name: 'Ada' } },
  },
  { says: 'and is for the rest', query: '{ captain { name age } }', data: { captain: { name: 'Ada', age: 40 } } },
  { says: 'elsewhere it is asked', query: '{ cook { name } }', data: { cook: { name: 'Ada' } } },
  {
    says: 'of a member of a union too',
    query: '{ boats { ... on Tug { power } ... on Raft { logs } } }',
    data: { boats: [{ power: 9 }, { logs: 3 }] },
  },
];
