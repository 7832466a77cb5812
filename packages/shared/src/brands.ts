import { InternalError } from './errors.js';

declare const brand: unique symbol;

/** A value that its own parser let through: of the same form as others, and taken for none of them. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** Random reference of a ledger entry, which its caller holds: 22 characters of base64url. */
export type Receipt = Brand<string, 'Receipt'>;

const RECEIPT = /^[A-Za-z0-9_-]{22}$/;

/** Whether somebody's words have the form of a receipt. */
export function isReceipt(value: unknown): value is Receipt {
  return typeof value === 'string' && RECEIPT.test(value);
}

/** A receipt of our own making; throws when it is none. */
export function parseReceipt(text: string): Receipt {
  if (isReceipt(text)) return text;
  throw new InternalError('INTERNAL', 'a receipt that is none');
}
