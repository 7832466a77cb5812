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

const MINUTE_MS = 60_000;
/** Characters for the minute: enough for two thousand years. */
const MINUTE_LENGTH = 6;

/**
 * An id of the same form that begins with a minute: rows that are added as time goes on lie side by side in every index of their ids. It
 * tells that minute, so it is for rows alone that say when they were recorded to whoever sees them; and nothing of how many there are.
 */
export function idInTime(prefix: string, at: Date): string {
  let minute = Math.floor(at.getTime() / MINUTE_MS);
  let digits = '';
  for (let place = 0; place < MINUTE_LENGTH; place += 1) {
    digits = `${CROCKFORD[minute % CROCKFORD.length]}${digits}`;
    minute = Math.floor(minute / CROCKFORD.length);
  }
  return `${prefix}_${digits}${randomIdWith(prefix).slice(prefix.length + 1 + MINUTE_LENGTH)}`;
}

/** Drawn for many ids at once: to ask for it costs more than an id. Each byte is used once. */
const DRAWN_AT_ONCE = 256 * LENGTH;
let drawn = Buffer.alloc(0);
let at = 0;
