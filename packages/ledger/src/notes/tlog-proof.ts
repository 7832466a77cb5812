import { verifyInclusion } from '../proofs.js';
import { type Checkpoint, parseHash } from './checkpoint.js';
import type { NoteVerifier } from './note-key.js';
import { openCheckpoint } from './signed-checkpoint.js';
import type { CheckedSignature } from './signed-note.js';

/** Proof that an entry is on a log, in one file (C2SP tlog-proof). */
export interface TlogProof {
  /** Whatever whoever made the proof adds; nothing vouches for it. Ours is the hash of the leaf. */
  readonly extra: Buffer | null;
  readonly index: number;
  readonly path: readonly Buffer[];
  /** The checkpoint as it was signed. */
  readonly note: string;
}

/** What a proof proves to a reader who believes these keys. */
export interface ProvenEntry {
  readonly index: number;
  readonly checkpoint: Checkpoint;
  readonly signatures: readonly CheckedSignature[];
}

const HEADER = 'c2sp.org/tlog-proof@v1';
const INDEX = /^index (0|[1-9][0-9]*)$/;
const EXTRA = /^extra ([A-Za-z0-9+/]+={0,2})$/;

/** Writes a proof. */
export function printTlogProof({ extra, index, path, note }: TlogProof): string {
  const lines = [
    HEADER,
    ...(extra === null ? [] : [`extra ${extra.toString('base64')}`]),
    `index ${index}`,
    ...path.map((hash) => hash.toString('base64')),
  ];
  return `${lines.join('\n')}\n\n${note}`;
}

/** Reads a proof; throws on any other text. */
export function parseTlogProof(text: string): TlogProof {
  const end = text.indexOf('\n\n');
  const [header, ...lines] = text.slice(0, end).split('\n');
  const extra = EXTRA.exec(lines[0] ?? '')?.[1] ?? null;
  const index = INDEX.exec(lines[extra === null ? 0 : 1] ?? '')?.[1];
  const path = lines.slice(extra === null ? 1 : 2).map(parseHash);
  if (end < 0 || header !== HEADER || index === undefined || path.includes(null)) throw new RangeError('not a proof');
  return {
    extra: extra === null ? null : Buffer.from(extra, 'base64'),
    index: Number(index),
    path: path.flatMap((hash) => hash ?? []),
    note: text.slice(end + 2),
  };
}

/**
 * Checks that the leaf of that hash stands where the proof says, on a log that vouches for it itself: who cosigns says that it only grew, and not
 * what it is. Throws when it does not.
 */
export function openTlogProof(
  proof: TlogProof,
  leaf: Buffer,
  keys: readonly NoteVerifier[],
  cosigners: readonly NoteVerifier[] = [],
): ProvenEntry {
  const { checkpoint, signatures } = openCheckpoint(proof.note, keys, cosigners);
  const { index, path } = proof;
  if (!verifyInclusion(path, { index, size: checkpoint.size, leaf, root: checkpoint.root })) {
    throw new RangeError(`the entry is not number ${index} of that log`);
  }
  return { index, checkpoint, signatures };
}
