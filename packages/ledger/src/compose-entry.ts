import { parseReceipt, type Receipt, type Sha256 } from '@chancery/shared/brands';
import type { Clock } from '@chancery/shared/clock';
import { profileText } from '@chancery/shared/subjects/profile-text';
import type { Dictionary, DictionaryRow, EntryReferences } from './dictionary.js';
import { spellHandling } from './digest.js';
import type { Entropy } from './entropy.js';
import type { EntryInput, Sidecar } from './entry.js';
import { printEntry } from './print-entry.js';
import { hashedLeaf } from './tree.js';

/** An entry ready to be appended: only its index is open until its batch commits. */
export interface ComposedEntry extends EntryReferences {
  readonly receipt: Receipt;
  /** Its text in UTF-8. */
  readonly leaf: Buffer;
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
  const asked = input.asked.length === 0 ? null : dictionary.asked(input.asked);
  const handlings = new Set<DictionaryRow>();
  const spellHandlingOf = (text: string | null): string => {
    if (text === null) return spellHandling(null);
    const row = dictionary.handling(text);
    handlings.add(row);
    return row.spelling;
  };
  const means = { entropy, spellHandlingOf, spellDigest: (digest: Sha256) => dictionary.spellingOf(digest) };
  const stamp = { time, receipt, profile: profile?.digest ?? null, asked: asked?.digest ?? null };
  const subjects = input.records.map((key) => dictionary.subject(key));
  const surrogates = subjects.map(({ digest }) => digest);
  const { leaf, sidecars } = printEntry({ ...input, records: surrogates }, stamp, means);
  return {
    receipt,
    ...hashedLeaf(leaf),
    sidecars,
    bytes: sidecars.reduce((sum, { blob }) => sum + blob.length, leaf.length),
    handlings: [...handlings],
    profile,
    asked,
    subjects,
    snapshot: input.snapshot === null ? null : dictionary.snapshot(input.snapshot.digest),
  };
}
