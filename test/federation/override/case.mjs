/** A field that moved is read where it lives now, also by who required it. */
const at =
  (subgraph) =>
  ({ id }) => ({ __typename: 'Ship', id, flag: `${subgraph} ${id}`, tons: 5, tax: 10 });

export const subgraphs = {
  old: {
    sdl: `type Query { ships: [Ship] } type Ship @key(fields: "id") { id: ID! flag: String tons: Int }`,
    root: { ships: [{ id: 's1', flag: 'old s1', tons: 5 }], entity: at('old') },
  },
  register: {
    sdl: `type Ship @key(fields: "id") { id: ID! flag: String @override(from: "old") }`,
    root: { entity: at('register') },
  },
  tax: {
    sdl: `type Ship @key(fields: "id") { id: ID! flag: String @external motto: String @requires(fields: "flag") }`,
    root: { entity: ({ id, flag }) => ({ __typename: 'Ship', id, motto: `under ${flag}` }) },
  },
};

export const asks = [
  { says: 'by whoever asks', query: '{ ships { flag tons } }', data: { ships: [{ flag: 'register s1', tons: 5 }] } },
  { says: 'and by a requirement', query: '{ ships { motto } }', data: { ships: [{ motto: 'under register s1' }] } },
];
