import { isReceipt } from '@chancery/shared/brands';
import { instantOf, needed, oneOf, UsageError, wordsOf } from '@chancery/shared/command-help';
import { tieReceipts } from '@chancery/shared/receipt-argument';
import { SIDECAR_PARTS, type SidecarPart } from '../entry.js';
import type { EntrySelection } from './select-entries.js';

/** How the command is called. */
export const USAGE = `usage: npm run evidence -- FOLDER (--receipt R … | [--from 2026-09-21] [--to 2026-09-22T12:00:00Z] [--record Report:rep_1])
         --reason "why" [--with access|records|private|said …]
Writes entries of the ledger into FOLDER, which must be new or empty, with their proofs, the last signed checkpoint, the verifier keys, and a verifier that needs
nothing but Node: to be handed to who has no access here. Parts of sidecars go with them only where --with names them; by default the lists of what was decided (access). What an entry says it says of
people: the reason is recorded with the question before anything is written. Exit: 0 written, 2 no such entry, no checkpoint, or the ledger cannot be used, 3 usage.`;

/** Which entries go into which folder, with what of their sidecars, and why. */
export interface EvidenceWords {
  readonly folder: string;
  readonly selection: EntrySelection;
  readonly parts: readonly SidecarPart[];
  readonly reason: string;
}

/** Reads the command line; throws a UsageError. */
export function readEvidenceWords(args: readonly string[]): EvidenceWords {
  const text = { type: 'string' } as const;
  const several = { type: 'string', multiple: true } as const;
  const options = { receipt: several, from: text, to: text, record: text, reason: text, with: several } as const;
  const { values, positionals } = wordsOf(tieReceipts(args), options, 1);
  const { receipt: receipts = [], record = null, with: named = ['access'] } = values;
  const folder = needed('FOLDER', positionals[0], 'a new or empty one');
  const [from, to] = [
    values.from === undefined ? null : instantOf('--from', values.from),
    values.to === undefined ? null : instantOf('--to', values.to),
  ];
  const strange = receipts.find((receipt) => !isReceipt(receipt));
  if (strange !== undefined) throw new UsageError(`--receipt: \`${strange}\` is no receipt`);
  if (receipts.length > 0 && (from !== null || to !== null || record !== null))
    throw new UsageError('--receipt does not go with --from, --to or --record');
  if (receipts.length === 0 && from === null && record === null)
    throw new UsageError('--receipt is missing, or --from or --record: which entries');
  const parts = named.map((name) => oneOf('--with', name, SIDECAR_PARTS));
  const reason = needed('--reason', values.reason, 'it is recorded before anything is written');
  return { folder, selection: { receipts, from, to, record }, parts, reason };
}
