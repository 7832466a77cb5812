#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { isCalendarDate, startOfDay } from '@chancery/shared/calendar';
import { systemClock } from '@chancery/shared/clock';
import { helped } from '@chancery/shared/command-help';
import { withConnection } from '@chancery/shared/postgres/connect';
import { openLedgerReader } from '../ledger-reader.js';
import { openLedgerWriter } from '../ledger-writer.js';
import { finishRetirement } from './finish-retirement.js';
import { planRetirement, type RetirementPlan } from './plan-retirement.js';
import { retireEntries } from './retire-entries.js';

const USAGE = `usage: npm run -s ledger:retire -- --before DATE [--log NUMBER] [--order "who ordered it, and its number"]
Says how many of the oldest entries of the ledger could be given up: recorded before DATE, signed by the notary, held for no proceeding, and past the
least time that an entry of their kind is kept (docs/ledger.md). With --order they are: the order becomes an entry first; root, checkpoints and the proofs of all
later entries stay as they are. It cannot be undone: export them before (npm run ledger:export). Exit: 0 said or retired, 1 not, and it says why, 2 there is no ledger here, 3 usage.`;
const EXIT = { done: 0, not: 1, usage: 3 } as const;

interface Words {
  readonly before: number;
  readonly logId: number;
  readonly order: string | null;
}

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  if (helped(args, USAGE)) return EXIT.done;
  const words = readWords(args);
  const { CHANCERY_LEDGER_OWNER_URL: ownerUrl, CHANCERY_LEDGER_SERVICE_URL: serviceUrl } = process.env;
  if (words === null || ownerUrl === undefined || serviceUrl === undefined) {
    console.error(USAGE);
    return EXIT.usage;
  }
  const { logId, order } = words;
  try {
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

async function planIn(ownerUrl: string, { logId, before, order }: Words): Promise<RetirementPlan> {
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

function readWords(args: readonly string[]): Words | null {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({
      args: [...args],
      options: { before: text, order: text, log: { ...text, default: '1' } },
    });
    const { before = '', order = null, log } = values;
    const logId = Number(log);
    return isCalendarDate(before) && order !== '' && Number.isInteger(logId) && logId > 0
      ? { before: startOfDay(before), logId, order }
      : null;
  } catch {
    return null;
  }
}
