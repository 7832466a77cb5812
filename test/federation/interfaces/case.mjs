/** Interfaces over interfaces, fields with arguments on both, and lists of them. */
const name =
  (text) =>
  ({ upper }) =>
    upper ? text.toUpperCase() : text;
const all = [
  { __typename: 'Cat', id: 'c1', name: name('tom'), lives: 9 },
  { __typename: 'Dog', id: 'd1', name: name('rex'), tricks: [['sit'], null, ['roll', 'beg']] },
];

export const subgraphs = {
  zoo: {
    sdl: `
      type Query { pets: [[Pet!]!] pet(id: ID!): Pet }
      interface Being { id: ID! }
      interface Pet implements Being { id: ID! name(upper: Boolean = false): String }
      type Cat implements Pet & Being @key(fields: "id") { id: ID! name(upper: Boolean = false): String lives: Int }
      type Dog implements Pet & Being @key(fields: "id") { id: ID! name(upper: Boolean = false): String tricks: [[String]] }`,
    root: { pets: [all, [], [all[0]]], pet: ({ id }) => all.find((pet) => pet.id === id) ?? null },
  },
  vet: {
    sdl: `type Dog @key(fields: "id") { id: ID! shots: Int } type Cat @key(fields: "id") { id: ID! shots: Int }`,
    root: { entity: ({ __typename, id }) => ({ __typename, id, shots: id === 'c1' ? 2 : 1 }) },
  },
};

export const asks = [
  {
    says: 'lists of lists of them, completed by the type of each',
    query: '{ pets { id ... on Cat { lives shots } ... on Dog { tricks } } }',
    data: {
      pets: [
        [
          { id: 'c1', lives: 9, shots: 2 },
          { id: 'd1', tricks: [['sit'], null, ['roll', 'beg']] },
        ],
        [],
        [{ id: 'c1', lives: 9, shots: 2 }],
      ],
    },
  },
  {
    says: 'one call asked of the interface and of an object, two that differ',
    query: '{ pet(id: "d1") { a: name(upper: true) ... on Dog { b: name(upper: true) c: name } ... on Being { id } } }',
    data: { pet: { a: 'REX', b: 'REX', c: 'rex', id: 'd1' } },
  },
  { says: 'nobody', query: '{ pet(id: "x") { id ... on Dog { shots } } }', data: { pet: null } },
];
