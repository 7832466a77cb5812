import { PRODUCTS, REVIEWS, USERS } from './market.js';

/** What each row is handled by: all alike but for their missions, or with portions that withhold about a tenth of the values. */
export const LABELLINGS = ['open', 'tenth'] as const;
export type Labelling = (typeof LABELLINGS)[number];

/** Subgraphs that label a type of their own. */
export type Owner = 'accounts' | 'products' | 'reviews';

const ROW = 'l=-;rel=*;nat=*;pur=*;tlp=CLEAR;own=CHANCERY.register;m=';
/** Above the clearance of whoever asks in the bench, a police service of rank 1. */
const PORTION = 'l=DEU:3;rel=*;nat=*;pur=*';

/** Fields of rows that a portion closes under `tenth`; chosen so that about a tenth of the values of the big answer is. */
export const CLOSED: Readonly<Record<string, readonly string[]>> = {
  'User 2': ['name'],
  'Product 1': ['weight'],
  'Product 2': ['price'],
  'Product 4': ['price'],
  'Review 3': ['body'],
};

const KEYS: Readonly<Record<Owner, readonly string[]>> = {
  accounts: USERS.map(({ id }) => `User ${id}`),
  products: PRODUCTS.map(({ upc }) => `Product ${upc}`),
  reviews: REVIEWS.map(({ id }) => `Review ${id}`),
};

/** Integer of a row's handling in its subgraph. */
export const handlingNumber = (owner: Owner, key: string): number => 100 + KEYS[owner].indexOf(key);

/** Text of each handling of a subgraph by its integer, one for each of the 26 rows; `missions` are keys of the register. */
export function handlingTexts(owner: Owner, labelling: Labelling, missions: readonly string[]): Map<number, string> {
  const before = { accounts: 0, products: USERS.length, reviews: USERS.length + PRODUCTS.length }[owner];
  return new Map(
    KEYS[owner].map((key, index) => {
      const [type = ''] = key.split(' ');
      const closed = labelling === 'tenth' ? [...(CLOSED[key] ?? [])].sort() : [];
      const portions = closed.map((field) => `!${type}.${field}(${PORTION})`).join('');
      return [handlingNumber(owner, key), `${ROW}${missions[before + index]}${portions}`];
    }),
  );
}
