import { toUSVString } from 'node:util';
import { parseCheckpoint } from './checkpoint.js';
import { cosignedMessage, readCosignature, subtreeMessage, uint64 } from './cosigned-message.js';
import { type NoteSigner, type NoteVerifier, requireCheckable } from './note-key.js';

/** A text whose signatures were checked. */
export interface OpenedNote {
  /** Ends in a newline. */
  readonly text: string;
  readonly signatures: readonly CheckedSignature[];
}

/** A signature by a known key that verified. */
export interface CheckedSignature {
  readonly verifier: NoteVerifier;
  /** When a cosigner saw the checkpoint, in seconds; null of a plain signature. */
  readonly time: number | null;
}

/** A line below a note's text; nobody has checked it. */
export interface SignatureLine {
  readonly line: string;
  readonly name: string;
  readonly id: string;
  readonly signature: Buffer;
}

/** C2SP signed-note leaves the bound to the reader, who takes at least sixteen. */
const SIGNATURES_MAX = 100;
const NOTE_BYTES_MAX = 1_000_000;
const ID_BYTES = 4;

const LINE = /^— ([^\s+\p{Z}]+) ([A-Za-z0-9+/]+={0,2})$/u;
/** Control characters but for the newline (C2SP signed-note). */
const CONTROL = /[^\n -\uffff]/;

/** Signs a text that ends in a newline, by each signer of the kind `note` (C2SP signed-note); one of another kind signs checkpoints alone. */
export function signNote(text: string, signers: readonly NoteSigner[]): string {
  if (!text.endsWith('\n') || CONTROL.test(text)) throw new RangeError('a text that cannot be a note');
  if (signers.some(({ verifier }) => verifier.kind !== 'note')) throw new RangeError('a key that signs no text');
  const lines = signers.map(({ verifier, sign }) => signatureLine(verifier, sign(Buffer.from(text))));
  return `${text}\n${lines.join('')}`;
}

/** A checkpoint's cosignature, as the line that is put below it (C2SP tlog-cosignature); `time` in seconds. */
export function cosign(text: string, { verifier, sign }: NoteSigner, time: number): string {
  return signatureLine(verifier, Buffer.concat([uint64(time), sign(messageOf(text, time, verifier))]));
}

/**
 * Reads a note: its text, and which of the known keys signed it. A note that no known key signed is refused, and so is one with a
 * false signature of a known key; what unknown keys signed is passed over (C2SP signed-note), and what the runtime cannot check is as good as
 * not there.
 */
export function openNote(note: string, verifiers: readonly NoteVerifier[]): OpenedNote {
  const { text, lines } = splitNote(note);
  const signatures: CheckedSignature[] = [];
  const passedOver: NoteVerifier[] = [];
  for (const { name, id, signature } of lines) {
    const verifier = verifiers.find((each) => each.name === name && each.id === id);
    if (verifier === undefined || signatures.some((each) => each.verifier === verifier)) continue;
    if (verifier.canCheck) signatures.push({ verifier, time: checkSignature(text, signature, verifier) });
    else passedOver.push(verifier);
  }
  if (signatures.length > 0) return { text, signatures };
  requireCheckable(passedOver);
  throw new RangeError('a note that no known key has signed');
}

/** Text and signature lines of a note, none of them believed yet. */
export function splitNote(note: string): { readonly text: string; readonly lines: readonly SignatureLine[] } {
  if (note.length > NOTE_BYTES_MAX || CONTROL.test(note) || toUSVString(note) !== note)
    throw new RangeError('not a note');
  const end = note.lastIndexOf('\n\n');
  if (end < 1 || !note.endsWith('\n')) throw new RangeError('a note without signatures');
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > SIGNATURES_MAX) throw new RangeError('a note of too many signatures');
  return { text: note.slice(0, end + 1), lines: lines.map(parseLine) };
}

function parseLine(line: string): SignatureLine {
  const [, name, base64 = ''] = LINE.exec(line) ?? [];
  const bytes = Buffer.from(base64, 'base64');
  if (name === undefined || bytes.length <= ID_BYTES || bytes.toString('base64') !== base64) {
    throw new RangeError('a signature line that is none');
  }
  return { line, name, id: bytes.subarray(0, ID_BYTES).toString('hex'), signature: bytes.subarray(ID_BYTES) };
}

function checkSignature(text: string, signature: Buffer, verifier: NoteVerifier): number | null {
  if (verifier.kind === 'note') {
    if (verifier.isSignature(Buffer.from(text), signature)) return null;
  } else {
    const { time, rest } = readCosignature(signature);
    if (verifier.isSignature(messageOf(text, time, verifier), rest)) return time;
  }
  throw new RangeError(`a false signature of \`${verifier.name}\``);
}

/** What a cosigner signs of a checkpoint. */
function messageOf(text: string, time: number, { kind, name }: NoteVerifier): Buffer {
  return kind === 'subtree' ? subtreeMessage(name, time, parseCheckpoint(text)) : cosignedMessage(text, time);
}

function signatureLine({ name, id }: NoteVerifier, signature: Uint8Array): string {
  return `— ${name} ${Buffer.concat([Buffer.from(id, 'hex'), signature]).toString('base64')}\n`;
}
