/** The nested query of the original: an answer of about 87 kB. */
const BIG = `
fragment User on User { id username name }
fragment Review on Review { id body }
fragment Product on Product { inStock name price shippingEstimate upc weight }
query TestQuery {
  users {
    ...User
    reviews { ...Review product { ...Product reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } } } }
  }
  topProducts {
    ...Product
    reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } }
  }
}`;

/** One jump from one subgraph to another. */
const SMALL = 'query SmallQuery { topProducts { upc name reviews { id body } } }';

export const QUERIES = { big: BIG, small: SMALL } as const;
export type QueryName = keyof typeof QUERIES;
export const QUERY_NAMES: readonly QueryName[] = ['big', 'small'];
