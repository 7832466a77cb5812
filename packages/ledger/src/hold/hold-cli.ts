#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { isReceipt } from '@chancery/shared/brands';
import { systemClock } from '@chancery/shared/clock';
import { helped } from '@chancery/shared/command-help';
import { withConnection } from '@chancery/shared/postgres/connect';
import { tieReceipts } from '@chancery/shared/receipt-argument';
import { writtenInstant } from '@chancery/shared/written-instant';
import { openLedgerReader } from '../ledger-reader.js';
import { openLedgerWriter } from '../ledger-writer.js';
import { findHeld, type HoldWish } from './find-held.js';
import { type HoldOrder, liftHold, placeHold } from './order-hold.js';

const USAGE = `usage: npm run -s ledger:hold -- place NAME (--receipt R | --from 2026-09-21 [--to 2026-09-22] | --record Report:rep_1) --order "…" --rule "ZPO 142" --by WHO
       npm run -s ledger:hold -- lift NAME --order "…" --rule "…" --by WHO
       npm run -s ledger:hold -- list
Keeps entries and what they commit to for a proceeding (legal hold): while it stands no order erases or retires them. Each order is an entry, with its number and the rule
that it cites. A hold is lifted by two persons: the first asks for it, another does it. Exit: 0 done, 1 not, and it says why, 2 there is no ledger here, 3 usage.`;
const EXIT = { done: 0, not: 1, usage: 3 } as const;
const FIRST_LOG = 1;

type Words =
  | { readonly verb: 'list' }
  | { readonly verb: 'lift'; readonly order: HoldOrder }
  | { readonly verb: 'place'; readonly order: HoldOrder; readonly wish: HoldWish };

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  if (helped(args, USAGE)) return EXIT.done;
  const words = readWords(args);
  const { CHANCERY_LEDGER_OWNER_URL: ownerUrl, CHANCERY_LEDGER_SERVICE_URL: serviceUrl } = process.env;
  if (words === null || ownerUrl === undefined || serviceUrl === undefined) {
    console.error(USAGE);
    return EXIT.usage;
  }
  try {
    for (const line of await run(words, ownerUrl, serviceUrl)) console.log(line);
    return EXIT.done;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return EXIT.not;
  }
}

async function run(words: Words, ownerUrl: string, serviceUrl: string): Promise<string[]> {
  if (words.verb === 'list') return list(ownerUrl);
  const { order } = words;
  const writer = await openLedgerWriter({ connectionString: serviceUrl, clock: systemClock });
  try {
    if (words.verb === 'lift') {
      const { step, receipt } = await liftHold(writer, ownerUrl, order);
      const done = step === 'LIFTED' ? 'is lifted' : 'stands until another person lifts it too';
      return [`\`${order.name}\` ${done}; the order is entry \`${receipt}\``];
    }
    const held = await withReader(ownerUrl, words.wish);
    const receipt = await placeHold(writer, ownerUrl, held, order);
    const where = held.end === null ? `from ${held.first} on` : `${held.first} to ${held.end - 1}`;
    return [`\`${order.name}\` holds entries ${where}; the order is entry \`${receipt}\``];
  } finally {
    await writer.close();
  }
}

async function withReader(ownerUrl: string, wish: HoldWish): ReturnType<typeof findHeld> {
  const reader = await openLedgerReader(ownerUrl);
  try {
    return await withConnection(ownerUrl, (owner) => findHeld(reader, owner, FIRST_LOG, wish));
  } finally {
    await reader.close();
  }
}

async function list(ownerUrl: string): Promise<string[]> {
  const { rows } = await withConnection(ownerUrl, (owner) =>
    owner.query(
      `select concat_ws('  ', hold, case when lifted_at is not null then 'lifted by ' || lifted_by
           when lift_asked_by is not null then 'lifting asked by ' || lift_asked_by else 'stands' end,
         first_idx || case when end_idx is null then ' on' else ' to ' || end_idx - 1 end,
         case when record_key is not null then 'of one record' end, ordered_by) as line
       from audit_hold order by placed_at, hold`,
    ),
  );
  return rows.length === 0 ? ['nothing is held'] : rows.map(({ line }) => line);
}

function readWords(args: readonly string[]): Words | null {
  try {
    const text = { type: 'string' } as const;
    const options = { receipt: text, from: text, to: text, record: text, order: text, rule: text, by: text } as const;
    const { values, positionals } = parseArgs({ args: tieReceipts(args), options, allowPositionals: true });
    const [verb, name = '', ...rest] = positionals;
    if (verb === 'list') return name === '' ? { verb } : null;
    const { order = '', rule = '', by = '' } = values;
    if (rest.length > 0 || name === '' || order === '' || rule === '' || by === '') return null;
    const ordered = { name, order, rule, by, now: systemClock() };
    if (verb === 'lift') return { verb, order: ordered };
    const wish = wishOf(values);
    return verb === 'place' && wish !== null ? { verb, order: ordered, wish } : null;
  } catch {
    return null;
  }
}

function wishOf(values: Partial<Record<'receipt' | 'record' | 'from' | 'to', string>>): HoldWish | null {
  const { receipt, record, from, to } = values;
  if ([receipt, record, from].filter((each) => each !== undefined).length !== 1) return null;
  if (receipt !== undefined) return isReceipt(receipt) && to === undefined ? { receipt } : null;
  if (record !== undefined) return to === undefined ? { record } : null;
  return { from: instantOf(from ?? ''), to: to === undefined ? null : instantOf(to) };
}

function instantOf(text: string): number {
  const instant = writtenInstant(text);
  if (instant === null) throw new RangeError(`\`${text}\` is no time`);
  return instant;
}
