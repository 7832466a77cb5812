import { parseEntry } from '@chancery/ledger/parse-entry';

/** Who asks for what a receipt is redeemed for. */
export interface Asker {
  readonly agency: string;
  /** The State whose requests it oversees; null unless it is oversight. */
  readonly oversees: string | null;
}

/**
 * Whether a receipt is that of who asks: the agency that its request was of, which may keep receipts for its people, or the oversight of its State. A
 * receipt that got lost, or an answer that was passed on, is proved to nobody by whoever found it.
 */
export function mayRedeem(leaf: string, { agency, oversees }: Asker): boolean {
  const { actor } = parseEntry(leaf);
  return actor !== null && (actor.agency === agency || actor.represents === oversees);
}
