import { hash } from 'node:crypto';
import { parseSha256, type Sha256 } from '@chancery/shared/brands';

const SHA256 = 'sha256:';
const HANDLING = 'h:';
const RANK = 'r:';
/** A handling of no record, where one is spelled. */
const NONE = '~';
/** Hex digits of a handling's digest: 64 bits, so that 200 items fit in a leaf. */
const HANDLING_HEX = 16;

/** Digest that stands for a handling in an entry. */
export function handlingDigest(text: string): string {
  return `${HANDLING}${hash('sha256', text, 'hex').slice(0, HANDLING_HEX)}`;
}

/** A digest as an entry writes it since version 5: in base64url, 43 characters. */
export const spellDigest = (digest: Sha256): string =>
  Buffer.from(digest.slice(SHA256.length), 'hex').toString('base64url');

/** The digest of which that is the spelling. */
export const digestOfSpelling = (spelling: string): Sha256 =>
  parseSha256(`${SHA256}${Buffer.from(spelling, 'base64url').toString('hex')}`);

/** A handling as an entry writes it since version 5: 11 characters of its digest, of a total the rank. */
export function spellHandling(handling: string | null): string {
  if (handling === null) return NONE;
  if (handling.startsWith(RANK)) return handling.slice(RANK.length);
  return Buffer.from(handling.slice(HANDLING.length), 'hex').toString('base64url');
}

/** The handling of which that is the spelling. */
export function handlingOfSpelling(spelling: string): string | null {
  if (spelling === NONE) return null;
  if (spelling.length === 1) return `${RANK}${spelling}`;
  return `${HANDLING}${Buffer.from(spelling, 'base64url').toString('hex')}`;
}
