import { parseReceipt, type Receipt } from '@chancery/shared/brands';
import type { Clock } from '@chancery/shared/clock';
import { InternalError } from '@chancery/shared/errors';
import { profileText } from '@chancery/shared/subjects/profile-text';
import { ulid } from 'ulid';
import type { Dictionary, DictionaryRow, EntryReferences } from './dictionary.js';
import type { Entropy } from './entropy.js';
import type { EntryInput, Sidecar } from './entry.js';
import { parseEntry } from './parse-entry.js';
import { printEntry } from './print-entry.js';
import { leafHash } from './tree.js';

/** An entry ready to be appended: only its index is open until its batch commits. */
export interface ComposedEntry extends EntryReferences {
  readonly receipt: Receipt;
  readonly leaf: string;
  readonly leafHash: Buffer;
  readonly sidecars: readonly Sidecar[];
  /** Bytes that it holds in the queue. */
  readonly bytes: number;
}

/** Bytes of a receipt: random, because an index would tell every partner how busy the others are. */
const RECEIPT_BYTES = 16;

/** Turns what the gateway reports into the bytes of an entry, once. */
export function composeEntry(
  input: EntryInput,
  { clock, entropy, dictionary }: { clock: Clock; entropy: Entropy; dictionary: Dictionary },
): ComposedEntry {
  const time = clock();
  const receipt = parseReceipt(entropy(RECEIPT_BYTES).toString('base64url'));
  const profile = input.profile === null ? null : profileText(input.profile);
  const uid = ulid(time, () => entropy(1).readUInt8() / 256);
  const { leaf, sidecars } = printEntry(input, { time, uid, receipt, profile: profile?.digest ?? null }, entropy);
  assertReadable(leaf);
  return {
    receipt,
    leaf,
    leafHash: leafHash(leaf),
    sidecars,
    bytes: sidecars.reduce((sum, { blob }) => sum + blob.length, leaf.length),
    handlings: handlingsOf(input, dictionary),
    profile,
    snapshot: input.snapshot === null ? null : dictionary.snapshot(input.snapshot.digest),
  };
}

/** What cannot be read back must not get on the log: it could never be taken off it again. */
function assertReadable(leaf: string): void {
  try {
    parseEntry(leaf);
  } catch (error) {
    throw new InternalError('INTERNAL', 'an entry that could not be read back', { cause: error });
  }
}

function handlingsOf({ access }: EntryInput, dictionary: Dictionary): DictionaryRow[] {
  const texts = new Set(access.flatMap(({ handlingText }) => (handlingText === null ? [] : [handlingText])));
  return [...texts].map((text) => dictionary.handling(text));
}
