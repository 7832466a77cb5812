/** Members that subgraphs know in part; equal names of unequal types; one alias on all of them. */
const finds = [{ __typename: 'Coin', year: 1700, mark: 'K' }, { __typename: 'Pot', mark: 3, glaze: 'green' }, null];

export const subgraphs = {
  digs: {
    sdl: `type Query { finds: [Find] first: Find } union Find = Coin | Pot type Coin @shareable { year: Int mark: String } type Pot { mark: Int glaze: String }`,
    root: { finds, first: finds[0] },
  },
  shop: {
    sdl: `type Query { wares: [Find] } union Find = Coin | Ring type Coin @shareable { year: Int mark: String } type Ring { carat: Int }`,
    root: {
      wares: [
        { __typename: 'Ring', carat: 14 },
        { __typename: 'Coin', year: 1800 },
      ],
    },
  },
};

export const asks = [
  {
    says: 'fields of one name and different types, under one alias each',
    query: '{ finds { __typename ... on Coin { letter: mark year } ... on Pot { number: mark } } }',
    data: { finds: [{ __typename: 'Coin', letter: 'K', year: 1700 }, { __typename: 'Pot', number: 3 }, null] },
  },
  {
    says: 'a member that the subgraph does not know is asked of it in no way',
    query: '{ wares { ... on Ring { carat } ... on Pot { glaze } } }',
    data: { wares: [{ carat: 14 }, {}] },
  },
  {
    says: 'fragments in fragments',
    query: '{ first { ...F } } fragment F on Find { ... on Coin { ... on Find { ... on Coin { year } } } }',
    data: { first: { year: 1700 } },
  },
];
