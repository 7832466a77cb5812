import { handlingNumber, type Owner } from './handlings.js';
import { PRODUCTS, REVIEWS, shippingOf, USERS } from './market.js';
import type { SubgraphName } from './schemas.js';

interface Representation {
  readonly __typename: string;
  readonly id: string;
  readonly upc: string;
  readonly price: number | null;
  readonly weight: number | null;
}

/** Notes which handlings an answer names. */
export interface Noting {
  note(integer: number): void;
}

function labelled<Row extends object>(owner: Owner, key: string, row: Row) {
  const handling = (_args: unknown, noting: Noting) => {
    const integer = handlingNumber(owner, key);
    noting.note(integer);
    return integer;
  };
  return { ...row, handling };
}

const userOf = (id: string) => {
  const found = USERS.find((user) => user.id === id);
  return found ? labelled('accounts', `User ${id}`, { __typename: 'User', ...found }) : null;
};

const productOf = (upc: string) => {
  const found = PRODUCTS.find((product) => product.upc === upc);
  if (!found) return null;
  const { name, price, weight } = found;
  return labelled('products', `Product ${upc}`, { __typename: 'Product', id: `p${upc}`, upc, name, price, weight });
};

const reviewOf = ({ id, body, upc }: (typeof REVIEWS)[number]) =>
  labelled('reviews', `Review ${id}`, {
    __typename: 'Review',
    id,
    body,
    product: () => reviewed(upc),
    author: () => reviewer('1', 'post1'),
  });

const reviewed = (upc: string): object => ({
  __typename: 'Product',
  upc,
  reviews: () => REVIEWS.filter((review) => review.upc === upc).map(reviewOf),
});

/** Whoever it is, the first two reviews are by them; and the subgraph of reviews knows one name, as in the original. */
const reviewer = (id: string, username: string): object => ({
  __typename: 'User',
  id,
  username,
  reviews: () => REVIEWS.slice(0, 2).map(reviewOf),
});

const stockOf = ({ upc, price, weight }: Representation) => ({
  __typename: 'Product',
  upc,
  inStock: PRODUCTS.find((product) => product.upc === upc)?.inStock ?? null,
  shippingEstimate: shippingOf(price, weight),
});

const ENTITIES: Readonly<Record<SubgraphName, (asked: Representation) => object | null>> = {
  accounts: ({ id }) => userOf(id),
  products: ({ upc }) => productOf(upc),
  inventory: stockOf,
  reviews: ({ __typename, id, upc }) => {
    if (__typename === 'User') return reviewer(id, 'user');
    if (__typename === 'Product') return reviewed(upc);
    const found = REVIEWS.find((review) => review.id === id);
    return found ? reviewOf(found) : null;
  },
};

/** The root value of one subgraph's schema. */
export function rootOf(name: SubgraphName): object {
  return {
    me: () => userOf('1'),
    user: ({ id }: { id: string }) => userOf(id),
    users: () => USERS.map(({ id }) => userOf(id)),
    topProducts: ({ first }: { first?: number }) => PRODUCTS.slice(0, first ?? 5).map(({ upc }) => productOf(upc)),
    _entities: ({ representations }: { representations: readonly Representation[] }) =>
      representations.map(ENTITIES[name]),
  };
}

/** The whole market as one root value: what a gateway's answer is compared with, made by graphql-js alone. */
export function wholeMarket(): object {
  const whole = (upc: string): object => {
    const found = PRODUCTS.find((product) => product.upc === upc);
    if (!found) throw new RangeError(`no product ${upc}`);
    return {
      ...found,
      shippingEstimate: shippingOf(found.price, found.weight),
      reviews: () => REVIEWS.filter((review) => review.upc === upc).map(review),
    };
  };
  const reviews = () => REVIEWS.slice(0, 2).map(review);
  const review = ({ id, body, upc }: (typeof REVIEWS)[number]): object => ({
    id,
    body,
    product: () => whole(upc),
    author: () => ({ ...USERS[0], reviews }),
  });
  return {
    users: () => USERS.map((user) => ({ ...user, reviews })),
    topProducts: ({ first }: { first?: number }) => PRODUCTS.slice(0, first ?? 5).map(({ upc }) => whole(upc)),
  };
}
