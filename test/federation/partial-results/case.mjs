/** What one subgraph cannot answer is null with one error each; the rest is served. */
export const subgraphs = {
  fleet: {
    sdl: `type Query { ships: [Ship] ship: Ship } type Ship @key(fields: "id") { id: ID! name: String }`,
    root: {
      ships: [
        { id: 's1', name: 'Aal' },
        { id: 's2', name: 'Ohm' },
      ],
      ship: { id: 's1', name: 'Aal' },
    },
  },
  harbour: {
    sdl: `type Query { tide: Int must: Int! } type Ship @key(fields: "id") { id: ID! berth: String }`,
    isDead: true,
  },
};

export const asks = [
  {
    says: 'of every ship, and of the root',
    query: '{ tide ships { name berth } }',
    data: {
      tide: null,
      ships: [
        { name: 'Aal', berth: null },
        { name: 'Ohm', berth: null },
      ],
    },
    errors: [
      [['tide'], 'SUBGRAPH_UNREACHABLE'],
      [['ships', 0, 'berth'], 'SUBGRAPH_UNREACHABLE'],
      [['ships', 1, 'berth'], 'SUBGRAPH_UNREACHABLE'],
    ],
  },
  {
    says: 'all, where the root may not be null',
    query: '{ must ship { name } }',
    data: null,
    errors: [[['must'], 'SUBGRAPH_UNREACHABLE']],
  },
];
