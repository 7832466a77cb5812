import { type Checkpoint, parseCheckpoint, printCheckpoint } from './checkpoint.js';
import { type NoteSigner, type NoteVerifier, requireCheckable } from './note-key.js';
import { type CheckedSignature, cosign, openNote, signNote, splitNote } from './signed-note.js';

/** A checkpoint that its own log vouches for. */
export interface OpenedCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly signatures: readonly CheckedSignature[];
}

/** Signs a checkpoint with every key of its log, those of Ed25519 first (C2SP tlog-checkpoint); `time` in seconds. */
export function signCheckpoint(checkpoint: Checkpoint, signers: readonly NoteSigner[], time: number): string {
  const text = printCheckpoint(checkpoint);
  const [plain, others] = [true, false].map((isPlain) =>
    signers.filter(({ verifier }) => (verifier.kind === 'note') === isPlain),
  );
  return `${signNote(text, plain ?? [])}${(others ?? []).map((signer) => cosign(text, signer, time)).join('')}`;
}

/**
 * Reads a checkpoint by the keys of its log, and of whom else the reader believes; throws unless the log itself has signed it, by each kind of key
 * that the reader has of it: a log that signs by Ed25519 and ML-DSA-44 is not believed by one of the two. `cosigners` never speak for the log,
 * whatever they call themselves.
 */
export function openCheckpoint(
  note: string,
  keys: readonly NoteVerifier[],
  cosigners: readonly NoteVerifier[] = [],
): OpenedCheckpoint {
  const { text, signatures } = openNote(note, [...keys, ...cosigners]);
  const checkpoint = parseCheckpoint(text);
  const own = keys.filter(({ name, kind }) => name === checkpoint.origin && kind !== 'cosignature');
  if (own.length === 0) throw new RangeError('a checkpoint that its own log has not signed');
  requireEachKind(own, signatures);
  return { checkpoint, signatures };
}

/** Throws unless one key of each kind among these has signed. */
export function requireEachKind(keys: readonly NoteVerifier[], signatures: readonly CheckedSignature[]): void {
  const signed = signatures.map(({ verifier }) => verifier).filter((verifier) => keys.includes(verifier));
  const missing = keys.filter(({ kind }) => !signed.some((each) => each.kind === kind));
  const [first] = missing.filter(({ canCheck }) => canCheck);
  if (first === undefined) {
    requireCheckable(missing);
    return;
  }
  const algorithm = first.kind === 'subtree' ? 'ML-DSA-44' : 'Ed25519';
  throw new RangeError(`no key of ${algorithm} that is known of \`${first.name}\` has signed it`);
}

/** A note with further signature lines below it; of a key that has signed there is one line. */
export function withLines(note: string, lines: string): string {
  const { text, lines: before } = splitNote(note);
  const known = new Set(before.map(({ name, id }) => `${name} ${id}`));
  const added = lines === '' ? [] : splitNote(`${text}\n${lines}`).lines;
  const fresh = added.filter(({ name, id }) => {
    const isKnown = known.has(`${name} ${id}`);
    known.add(`${name} ${id}`);
    return !isKnown;
  });
  return `${note}${fresh.map(({ line }) => `${line}\n`).join('')}`;
}
