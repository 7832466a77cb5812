import { isReceipt } from '@chancery/shared/brands';
import { systemClock } from '@chancery/shared/clock';
import { instantOf, needed, oneOf, UsageError, wordsOf } from '@chancery/shared/command-help';
import { tieReceipts } from '@chancery/shared/receipt-argument';
import type { HoldWish } from './find-held.js';
import type { HoldOrder } from './order-hold.js';

/** How the command is called. */
export const USAGE = `usage: npm run -s ledger:hold -- place NAME (--receipt R | --from 2026-09-21 [--to 2026-09-22] | --record Report:rep_1) --order "…" --rule "ZPO 142" --by WHO
       npm run -s ledger:hold -- lift NAME --order "…" --rule "…" --by WHO
       npm run -s ledger:hold -- carry-out
       npm run -s ledger:hold -- list
Keeps entries and what they commit to for a proceeding (legal hold): while it stands no order erases or retires them. Each order is an entry, with its number and the rule
that it cites. A hold is lifted by two persons: the first asks for it, another does it. \`carry-out\` puts into effect what offices have ordered over GraphQL (\`orderLegalHold\`); a hold of
theirs is lifted by two persons of the same office, of whom the ledger has the entries. Exit: 0 done, 1 not, and it says why, 2 there is no ledger here, 3 usage.`;

const VERBS = ['place', 'lift', 'carry-out', 'list'] as const;

/** What is to be held, no longer held, carried out, or listed. */
export type HoldWords =
  | { readonly verb: 'list' }
  | { readonly verb: 'carry-out' }
  | { readonly verb: 'lift'; readonly order: HoldOrder }
  | { readonly verb: 'place'; readonly order: HoldOrder; readonly wish: HoldWish };

/** Reads the command line; throws a UsageError. */
export function readHoldWords(args: readonly string[]): HoldWords {
  const text = { type: 'string' } as const;
  const options = { receipt: text, from: text, to: text, record: text, order: text, rule: text, by: text } as const;
  const { values, positionals } = wordsOf(tieReceipts(args), options, 2);
  const [said, named] = positionals;
  const verb = oneOf('what to do', needed('place, lift, carry-out or list', said, 'what to do'), VERBS);
  if (verb === 'list' || verb === 'carry-out') {
    if (named !== undefined) throw new UsageError(`\`${named}\` is one word too many`);
    return { verb };
  }
  const order = {
    name: needed('NAME', named, 'what the hold is called'),
    order: needed('--order', values.order, 'who ordered it, and its number'),
    rule: needed('--rule', values.rule, 'what the order rests on'),
    by: needed('--by', values.by, 'who carries it out'),
    now: systemClock(),
  };
  return verb === 'lift' ? { verb, order } : { verb, order, wish: wishOf(values) };
}

function wishOf(values: Partial<Record<'receipt' | 'record' | 'from' | 'to', string>>): HoldWish {
  const { receipt, record, from, to } = values;
  if ([receipt, record, from].filter((each) => each !== undefined).length !== 1)
    throw new UsageError('--receipt, --from or --record, one of the three');
  if (from !== undefined)
    return { from: instantOf('--from', from), to: to === undefined ? null : instantOf('--to', to) };
  if (to !== undefined) throw new UsageError('--to goes with --from');
  if (record !== undefined) return { record };
  if (receipt === undefined || !isReceipt(receipt)) throw new UsageError(`--receipt: \`${receipt}\` is no receipt`);
  return { receipt };
}
