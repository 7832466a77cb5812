#!/usr/bin/env node
import { systemClock } from '@chancery/shared/clock';
import { helped, neededVariable, readCommand } from '@chancery/shared/command-help';
import { withConnection } from '@chancery/shared/postgres/connect';
import { carryOutOrders } from '../hold/carry-out.js';
import { openLedgerReader } from '../ledger-reader.js';
import { openLedgerWriter } from '../ledger-writer.js';
import { finishRetirement } from './finish-retirement.js';
import { planRetirement, type RetirementPlan } from './plan-retirement.js';
import { retireEntries } from './retire-entries.js';
import { type RetireWords, readRetireWords, USAGE } from './retire-words.js';

const EXIT = { done: 0, not: 1, usage: 3 } as const;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  if (helped(args, USAGE)) return EXIT.done;
  const words = readCommand(USAGE, () => ({
    ...readRetireWords(args),
    ownerUrl: neededVariable('CHANCERY_LEDGER_OWNER_URL'),
    serviceUrl: neededVariable('CHANCERY_LEDGER_SERVICE_URL'),
  }));
  if (words === null) return EXIT.usage;
  const { logId, order, ownerUrl, serviceUrl } = words;
  try {
    // Before anything is planned: what an office has ordered to be kept stays.
    const orders = order === null ? [] : await carryOutOrders({ ownerUrl, serviceUrl, clock: systemClock });
    for (const line of orders) console.log(line);
    const plan = await planIn(ownerUrl, words);
    for (const line of printPlan(plan, words.before)) console.log(line);
    if (order === null) {
      if (plan.end > plan.from) console.log('nothing was done: say by whose --order');
      return EXIT.done;
    }
    if (plan.end === plan.from) return EXIT.not;
    const writer = await openLedgerWriter({ connectionString: serviceUrl, clock: systemClock, logId });
    try {
      const receipt = await retireEntries(writer, ownerUrl, plan, { order, now: systemClock() });
      console.log(`retired; the order is entry \`${receipt}\``);
    } finally {
      await writer.close();
    }
    return EXIT.done;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return EXIT.not;
  }
}

async function planIn(ownerUrl: string, { logId, before, order }: RetireWords): Promise<RetirementPlan> {
  // One that was broken off is done first, and before anything is read: a partition is let go by nobody who reads.
  if (order !== null) await withConnection(ownerUrl, (owner) => finishRetirement(owner, logId));
  const reader = await openLedgerReader(ownerUrl);
  try {
    const question = { logId, before, now: systemClock() };
    return await withConnection(ownerUrl, (owner) => planRetirement(reader, owner, question));
  } finally {
    await reader.close();
  }
}

function printPlan({ logId, from, end, last, stop }: RetirementPlan, before: number): string[] {
  const asked = `log ${logId}, before ${new Date(before).toISOString().slice(0, 10)}`;
  if (end === from || last === null) return [`${asked}: no entry can go; ${stop}`];
  return [
    `${asked}: ${end - from} entries can go, ${from} to ${end - 1}, the last of ${new Date(last).toISOString()}`,
    stop,
  ];
}
