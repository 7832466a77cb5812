import type { TreeHead } from '../proofs.js';
import { HASH_BYTES } from '../tree.js';

/** What a log claims to be at one moment (C2SP tlog-checkpoint). */
export interface Checkpoint extends TreeHead {
  /** Which log: a name that no other has. */
  readonly origin: string;
}

const SIZE = /^(0|[1-9][0-9]*)$/;

/** The text of a checkpoint, which is then signed as a note. */
export function printCheckpoint({ origin, size, root }: Checkpoint): string {
  if (origin === '' || origin.includes('\n')) throw new RangeError('an origin of no or several lines');
  return `${origin}\n${size}\n${root.toString('base64')}\n`;
}

/** Reads the text of a note that was opened; lines of extensions are passed over. */
export function parseCheckpoint(text: string): Checkpoint {
  const [origin = '', size = '', root = '', ...rest] = text.split('\n');
  const hash = parseHash(root);
  const isEnded = rest.pop() === '' && rest.every((line) => line !== '');
  if (origin === '' || !SIZE.test(size) || !Number.isSafeInteger(Number(size)) || hash === null || !isEnded) {
    throw new RangeError('not the text of a checkpoint');
  }
  return { origin, size: Number(size), root: hash };
}

/** A hash in base64; null for any other text. */
export function parseHash(base64: string): Buffer | null {
  const hash = Buffer.from(base64, 'base64');
  return hash.length === HASH_BYTES && hash.toString('base64') === base64 ? hash : null;
}
