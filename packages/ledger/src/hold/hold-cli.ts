#!/usr/bin/env node
import { systemClock } from '@chancery/shared/clock';
import { helped, neededVariable, readCommand } from '@chancery/shared/command-help';
import { withConnection } from '@chancery/shared/postgres/connect';
import { openLedgerReader } from '../ledger-reader.js';
import { openLedgerWriter } from '../ledger-writer.js';
import { carryOutOrders } from './carry-out.js';
import { findHeld, type HoldWish } from './find-held.js';
import { type HoldWords, readHoldWords, USAGE } from './hold-words.js';
import { liftHold, placeHold } from './order-hold.js';

const EXIT = { done: 0, not: 1, usage: 3 } as const;
const FIRST_LOG = 1;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  if (helped(args, USAGE)) return EXIT.done;
  const given = readCommand(USAGE, () => ({
    words: readHoldWords(args),
    ownerUrl: neededVariable('CHANCERY_LEDGER_OWNER_URL'),
    serviceUrl: neededVariable('CHANCERY_LEDGER_SERVICE_URL'),
  }));
  if (given === null) return EXIT.usage;
  const { words, ownerUrl, serviceUrl } = given;
  try {
    for (const line of await run(words, ownerUrl, serviceUrl)) console.log(line);
    return EXIT.done;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return EXIT.not;
  }
}

async function run(words: HoldWords, ownerUrl: string, serviceUrl: string): Promise<string[]> {
  if (words.verb === 'list') return list(ownerUrl);
  if (words.verb === 'carry-out') {
    const done = await carryOutOrders({ ownerUrl, serviceUrl, clock: systemClock });
    return done.length === 0 ? ['nothing was ordered that is not in effect'] : done;
  }
  const { order } = words;
  const writer = await openLedgerWriter({ connectionString: serviceUrl, clock: systemClock });
  try {
    if (words.verb === 'lift') {
      const { step, receipt } = await liftHold(writer, ownerUrl, order);
      const done = step === 'LIFTED' ? 'is lifted' : 'stands until another person lifts it too';
      return [`\`${order.name}\` ${done}; the order is entry \`${receipt}\``];
    }
    const held = await withReader(ownerUrl, words.wish, order.now);
    const receipt = await placeHold(writer, ownerUrl, held, order);
    const where = held.end === null ? `from ${held.first} on` : `${held.first} to ${held.end - 1}`;
    return [`\`${order.name}\` holds entries ${where}; the order is entry \`${receipt}\``];
  } finally {
    await writer.close();
  }
}

async function withReader(ownerUrl: string, wish: HoldWish, now: number): ReturnType<typeof findHeld> {
  const reader = await openLedgerReader(ownerUrl);
  try {
    return await withConnection(ownerUrl, (owner) => findHeld(reader, owner, FIRST_LOG, wish, now));
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
         case when record_key is not null then 'of one record' when matching is not null then 'of one office' end, ordered_by) as line
       from audit_hold order by placed_at, hold`,
    ),
  );
  return rows.length === 0 ? ['nothing is held'] : rows.map(({ line }) => line);
}
