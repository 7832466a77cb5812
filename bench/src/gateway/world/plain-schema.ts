import { type DocumentNode, parse } from 'graphql';

/** The market as one schema, written out: what composition makes of the subgraphs must not be what it is checked by. */
export const marketSchema = (): DocumentNode =>
  parse(`
    type Query { me: User user(id: ID!): User users: [User] topProducts(first: Int = 5): [Product] }
    type User { id: ID! name: String username: String birthday: Int reviews: [Review] }
    type Product { upc: String! name: String price: Int weight: Int inStock: Boolean shippingEstimate: Int reviews: [Review] }
    type Review { id: ID! body: String product: Product author: User }`);
