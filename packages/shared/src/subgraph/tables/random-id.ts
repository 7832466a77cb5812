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
  if (at + LENGTH > drawn.length) [drawn, at] = [randomBytes(DRAWN_AT_ONCE), 0];
  let id = `${prefix}_`;
  for (const end = at + LENGTH; at < end; at += 1) id += CROCKFORD[(drawn[at] ?? 0) & 31];
  return id;
}

/** Drawn for many ids at once: to ask for it costs more than an id. Each byte is used once. */
const DRAWN_AT_ONCE = 256 * LENGTH;
let drawn = Buffer.alloc(0);
let at = 0;
