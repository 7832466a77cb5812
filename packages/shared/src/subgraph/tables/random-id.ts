import { randomBytes } from 'node:crypto';
import { type EntityId, type EntityType, ID_PREFIXES, parseEntityId } from '../../brands.js';

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 26;

/** A random id: the prefix of its type and 26 lower-case Crockford base32 characters. */
export function randomId<Type extends EntityType>(type: Type): EntityId<Type> {
  return parseEntityId(type, randomIdWith(ID_PREFIXES[type]));
}

/** The same of a type that no other part knows by name. */
export function randomIdWith(prefix: string): string {
  const tail = Array.from(randomBytes(LENGTH), (byte) => CROCKFORD[byte & 31]).join('');
  return `${prefix}_${tail}`;
}
