/** No alias of a caller reaches a subgraph or the merged data: none can choose a key, a type, or what another place gets. */
const users = { u1: { name: 'u2', posts: 'first' }, u2: { name: 'u1', posts: 'second' } };

export const subgraphs = {
  people: {
    sdl: `type Query { user(id: ID!): User } type User @key(fields: "id") { id: ID! name: String }`,
    root: { user: ({ id }) => ({ id, ...users[id] }) },
  },
  posts: {
    sdl: `type User @key(fields: "id") { id: ID! posts: String friend: User }`,
    root: {
      entity: ({ id }) => ({ __typename: 'User', id, ...users[id], friend: { id: 'u2', posts: users.u2.posts } }),
    },
  },
};

export const asks = [
  {
    says: 'a key',
    query: '{ user(id: "u1") { id: name posts __typename: name } }',
    data: { user: { id: 'u2', posts: 'first', __typename: 'u2' } },
  },
  {
    says: 'what every object inherits, and the place of a variable',
    query: '{ constructor: user(id: "u1") { toString: posts valueOf: name } _0_user: user(id: "u2") { a0: posts } }',
    data: { constructor: { toString: 'first', valueOf: 'u2' }, _0_user: { a0: 'second' } },
  },
  {
    says: 'two places of one entity, fetched alike and asked for unlike',
    query: '{ a: user(id: "u1") { n: name } b: user(id: "u1") { n: posts } }',
    data: { a: { n: 'u2' }, b: { n: 'first' } },
  },
];
