import { randomBytes } from 'node:crypto';

const BYTES = 5;

/** The readable key of a record that somebody makes: drawn at random, so that it tells nothing of how many there are. */
export function madeReference(prefix: string): string {
  return `${prefix}-${randomBytes(BYTES).toString('hex').toUpperCase()}`;
}
