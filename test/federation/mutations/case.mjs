/** Fields at the root of a mutation run one after the other, and what is below one before the next begins. */
const state = { value: 1, log: [] };

export const subgraphs = {
  counter: {
    sdl: `type Query { value: Int } type Mutation { add(by: Int!): Counter double: Counter } type Counter @key(fields: "id") { id: ID! value: Int }`,
    root: {
      value: () => state.value,
      add: ({ by }) => counted(state.value + by),
      double: () => counted(state.value * 2),
    },
  },
  audit: {
    sdl: `type Mutation { wipe: Int } type Counter @key(fields: "id") { id: ID! seen: Int }`,
    root: {
      wipe: () => {
        const was = state.value;
        state.value = 0;
        return was;
      },
      entity: ({ id }) => ({ __typename: 'Counter', id, seen: state.value }),
    },
  },
};

function counted(value) {
  state.value = value;
  return { id: 'c', value };
}

export const asks = [
  {
    says: 'in the order of the document, over all subgraphs, equal calls as often as they stand there',
    query:
      'mutation { a: add(by: 2) { value seen } b: add(by: 2) { seen value } c: double { seen } was: wipe d: add(by: 1) { seen } }',
    data: { a: { value: 3, seen: 3 }, b: { seen: 5, value: 5 }, c: { seen: 10 }, was: 10, d: { seen: 1 } },
  },
  { says: 'and leave what they did', query: '{ value }', data: { value: 1 } },
];
