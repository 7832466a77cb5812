import { isReceipt } from '@chancery/shared/brands';
import { needed, oneOf, UsageError, wordsOf } from '@chancery/shared/command-help';
import { tieReceipts } from '@chancery/shared/receipt-argument';
import { SIDECAR_PARTS, type SidecarPart } from '../entry.js';

/** How the command is called. */
export const USAGE = `usage: npm run -s ledger:erase -- --receipt R --order "who ordered it, and its number" [--part private|records|said|access …]
       npm run -s ledger:erase -- --record Report:rep_1 --order "…"
Erases what the entry of a receipt commits to and does not hold: by default network address, variables and reason (private), the records read
(records) and what opens its commitment to the answer (said); or a record, of every entry that read it. The order becomes an entry first; the erased entry, the tree and every proof stay as they are. It cannot be undone.
What a legal hold is on is refused (LEGAL_HOLD). Exit: 0 erased, 1 not, and it says why, 2 there is no ledger here, 3 usage.`;

/** What is to be erased, and by whose order. */
export interface EraseWords {
  readonly receipt: string;
  readonly record: string | null;
  readonly order: string;
  readonly parts: readonly SidecarPart[];
  /** Whether the order names them; else they are those that there are of the usual ones. */
  readonly areNamed: boolean;
}

/** Reads the command line; throws a UsageError. */
export function readEraseWords(args: readonly string[]): EraseWords {
  const text = { type: 'string' } as const;
  const options = { receipt: text, record: text, order: text, part: { type: 'string', multiple: true } } as const;
  const { values } = wordsOf(tieReceipts(args), options);
  const { receipt = '', record = null, part = ['private', 'records', 'said'] } = values;
  // One or the other: what is erased of an entry and what of the dictionary are two orders.
  if (values.receipt === undefined && record === null) throw new UsageError('--receipt is missing, or --record');
  if (values.receipt !== undefined && record !== null) throw new UsageError('--record does not go with --receipt');
  if (record === null && !isReceipt(receipt)) throw new UsageError(`--receipt: \`${receipt}\` is no receipt`);
  const order = needed('--order', values.order, 'who ordered it, and its number');
  const parts = part.map((name) => oneOf('--part', name, SIDECAR_PARTS));
  return { receipt, record, order, parts, areNamed: values.part !== undefined };
}
