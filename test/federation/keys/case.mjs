/** Keys of several fields, keys inside keys, and a way from one key to another. */
export const subgraphs = {
  lines: {
    sdl: `
      type Query { sailing: Sailing vessel: Vessel }
      type Sailing @key(fields: "line number") { line: String! number: Int! }
      type Vessel @key(fields: "registry { flag number }") { registry: Registry! }
      type Registry { flag: String! number: Int! }`,
    root: { sailing: { line: 'N', number: 7 }, vessel: { registry: { flag: 'DE', number: 1 } } },
  },
  times: {
    sdl: `
      type Sailing @key(fields: "line number") { line: String! number: Int! leaves: String }
      type Vessel @key(fields: "registry { flag number }") @key(fields: "imo") { registry: Registry! imo: Int! }
      type Registry @shareable { flag: String! number: Int! }`,
    root: {
      entity: ({ __typename, line, number, registry }) =>
        __typename === 'Sailing'
          ? { __typename, line, number, leaves: `${line}${number} at 8` }
          : { __typename, registry, imo: registry.number * 100 },
    },
  },
  crews: {
    sdl: `type Vessel @key(fields: "imo") { imo: Int! crew: Int }`,
    root: { entity: ({ imo }) => ({ __typename: 'Vessel', imo, crew: imo + 1 }) },
  },
};

export const asks = [
  { says: 'all fields of a key are sent', query: '{ sailing { leaves } }', data: { sailing: { leaves: 'N7 at 8' } } },
  {
    says: 'a key inside an object, and on to another key',
    query: '{ vessel { crew } }',
    data: { vessel: { crew: 101 } },
  },
];
