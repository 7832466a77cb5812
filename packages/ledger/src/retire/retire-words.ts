import { isCalendarDate, startOfDay } from '@chancery/shared/calendar';
import { countOf, needed, UsageError, wordsOf } from '@chancery/shared/command-help';

/** How the command is called. */
export const USAGE = `usage: npm run -s ledger:retire -- --before DATE [--log NUMBER] [--order "who ordered it, and its number"]
Says how many of the oldest entries of the ledger could be given up: recorded before DATE, signed by the notary, held for no proceeding, and past the
least time that an entry of their kind is kept (docs/ledger.md). With --order they are: the order becomes an entry first; root, checkpoints and the proofs of all
later entries stay as they are. It cannot be undone: export them before (npm run ledger:export). Exit: 0 said or retired, 1 not, and it says why, 2 there is no ledger here, 3 usage.`;

/** Which entries, and by whose order, without which it is only said what could go. */
export interface RetireWords {
  readonly before: number;
  readonly logId: number;
  readonly order: string | null;
}

/** Reads the command line; throws a UsageError. */
export function readRetireWords(args: readonly string[]): RetireWords {
  const text = { type: 'string' } as const;
  const { values } = wordsOf(args, { before: text, order: text, log: { ...text, default: '1' } });
  const before = needed('--before', values.before, 'the day from which entries stay');
  if (!isCalendarDate(before)) throw new UsageError(`--before: \`${before}\` is no day such as 2026-09-21`);
  const order = values.order === undefined ? null : needed('--order', values.order, 'who ordered it, and its number');
  return { before: startOfDay(before), logId: countOf('--log', values.log), order };
}
