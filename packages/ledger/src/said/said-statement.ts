import { parseHash } from '../notes/checkpoint.js';
import type { NoteVerifier } from '../notes/note-key.js';
import { openNote } from '../notes/signed-note.js';

/**
 * What the notary says of an entry to whoever has shown it the answer: that the entry commits to an answer of these values. The entry itself
 * says more than its holder may know, so that nobody is shown it for the sake of one value.
 */
export interface SaidStatement {
  /** Name of the log. */
  readonly origin: string;
  readonly index: number;
  /** When the entry was made, in milliseconds. */
  readonly time: number;
  /** Hash of the entry. */
  readonly entry: Buffer;
  /** How many values the answer has, and the root of their tree. */
  readonly values: number;
  readonly root: Buffer;
}

/** No log is called so: a statement cannot pass as a checkpoint. */
const HEADER = 'chancery said/v2';
const FORM =
  /^chancery said\/v2\norigin ([^\n]+)\nindex (\d{1,16})\ntime (\d{1,16})\nentry ([^\n]+)\nvalues (\d{1,16})\nroot ([^\n]+)\n$/;

/** The text of a statement, which is then signed as a note by the keys of the log. */
export const printStatement = ({ origin, index, time, entry, values, root }: SaidStatement): string =>
  [
    HEADER,
    `origin ${origin}`,
    `index ${index}`,
    `time ${time}`,
    `entry ${entry.toString('base64')}`,
    `values ${values}`,
    `root ${root.toString('base64')}`,
    '',
  ].join('\n');

/** Reads a signed statement; throws on one that no known key of that log has signed. */
export function openStatement(note: string, verifiers: readonly NoteVerifier[]): SaidStatement {
  const { text, signatures } = openNote(note, verifiers);
  const [, origin = '', index, time, entry = '', values, root = ''] = FORM.exec(text) ?? [];
  const [entryHash, rootHash] = [parseHash(entry), parseHash(root)];
  if (entryHash === null || rootHash === null) throw new RangeError('not a statement of what was said');
  if (!signatures.some(({ verifier }) => verifier.kind === 'note' && verifier.name === origin)) {
    throw new RangeError('a statement that the log itself has not signed');
  }
  const statement = {
    origin,
    index: Number(index),
    time: Number(time),
    entry: entryHash,
    values: Number(values),
    root: rootHash,
  };
  // One text for one statement: what is printed otherwise was not printed here.
  if (printStatement(statement) !== text) throw new RangeError('not a statement of what was said');
  return statement;
}
