import { randomBytes } from 'node:crypto';

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 26;

/** A random id: the prefix of its type and 26 lower-case Crockford base32 characters. */
export function randomId(prefix: string): string {
  const tail = Array.from(randomBytes(LENGTH), (byte) => CROCKFORD[byte & 31]).join('');
  return `${prefix}_${tail}`;
}
