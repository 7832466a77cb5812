/** What several subgraphs can answer is asked of one, and of the one that is asked anyway. */
const port = { name: 'Kiel', place: { lat: 54, lon: 10 } };

export const subgraphs = {
  a: {
    sdl: `type Query { port: Port @shareable depth: Int } type Port { name: String @shareable place: Place @shareable } type Place @shareable { lat: Int lon: Int }`,
    root: { port, depth: 3 },
  },
  b: {
    sdl: `type Query { port: Port @shareable tide: Int } type Port { name: String @shareable place: Place @shareable cranes: Int } type Place @shareable { lat: Int lon: Int }`,
    root: { port: { ...port, cranes: 4 }, tide: 1 },
  },
};

export const asks = [
  {
    says: 'a root field of two is asked once',
    query: '{ port { name place { lat } } }',
    data: { port: { name: 'Kiel', place: { lat: 54 } } },
  },
  {
    says: 'and where there is more of it',
    query: '{ port { name cranes place { lon } } tide }',
    data: { port: { name: 'Kiel', cranes: 4, place: { lon: 10 } }, tide: 1 },
  },
];
