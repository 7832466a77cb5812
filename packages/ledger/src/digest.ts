import { hash } from 'node:crypto';

/** Digest that stands for a handling in an entry: 64 bits, so that 200 items fit in a leaf. */
export function handlingDigest(text: string): string {
  return `h:${hash('sha256', text, 'hex').slice(0, 16)}`;
}
