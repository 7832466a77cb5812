/** A user of the shop. */
export interface User {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly birthday: number;
}

/** A product, as the subgraphs know it together. */
export interface Product {
  readonly upc: string;
  readonly name: string;
  readonly price: number;
  readonly weight: number;
  readonly inStock: boolean;
}

/** A review; every one is by the first user, as in the original. */
export interface Review {
  readonly id: string;
  readonly body: string;
  readonly upc: string;
}

const user = (id: number, name: string, username: string): User => ({
  id: String(id),
  name,
  username,
  birthday: 1234567890,
});

/** Invented names of the lengths that the original has: nobody is in a bench. */
export const USERS: readonly User[] = [
  user(1, 'Post Holder 01', 'post1'),
  user(2, 'Post Hold 2', 'postholder'),
  user(3, 'Post Holder 3', 'postholder03'),
  user(4, 'Post Holder 04', 'postho4'),
  user(5, 'Post Hold 5', 'posthol005'),
  user(6, 'Post Hold 06', 'posth6'),
];

const product = (upc: number, name: string, price: number, weight: number, inStock: boolean): Product => ({
  upc: String(upc),
  name,
  price,
  weight,
  inStock,
});

export const PRODUCTS: readonly Product[] = [
  product(1, 'Table', 899, 100, true),
  product(2, 'Couch', 1299, 1000, false),
  product(3, 'Glass', 15, 20, false),
  product(4, 'Chair', 499, 100, false),
  product(5, 'TV', 1299, 1000, true),
  product(6, 'Lamp', 6999, 300, true),
  product(7, 'Grill', 3999, 2000, true),
  product(8, 'Fridge', 100000, 6000, false),
  product(9, 'Sofa', 9999, 800, true),
];

const WORDS = 'a mission is inviolable and its archives are so wherever they may be at any time'.split(' ');

/** Text of that many characters, and its own for each seed. */
function textOf(length: number, seed: number): string {
  let text = '';
  for (let at = seed; text.length < length; at += 1) text += `${WORDS[at % WORDS.length]} `;
  return text.slice(0, length);
}

/** Product and length of the body of each review, as in the original. */
const REVIEWED: readonly (readonly [upc: string, length: number])[] = [
  ['1', 445],
  ['1', 296],
  ['1', 277],
  ['1', 146],
  ['2', 445],
  ['2', 296],
  ['2', 277],
  ['2', 146],
  ['3', 146],
  ['4', 146],
  ['4', 846],
];

export const REVIEWS: readonly Review[] = REVIEWED.map(([upc, length], index) => ({
  id: String(index + 1),
  body: textOf(length, index),
  upc,
}));

/** Free above a price, otherwise by weight. */
export const shippingOf = (price: number | null, weight: number | null): number | null => {
  if (price === null || weight === null) return null;
  return price > 1000 ? 0 : Math.floor(weight / 2);
};
