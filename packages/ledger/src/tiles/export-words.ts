import { countOf, needed, wordsOf } from '@chancery/shared/command-help';

/** How the command is called. */
export const USAGE = `usage: npm run ledger:export -- FOLDER [--log NUMBER] [--reason "why"]
Writes the log up to its last signed checkpoint into FOLDER, which must be new or empty, as C2SP tlog-tiles lays it out: any tool that reads that
can check it, without us. The entries in it say who asked for what, so that it is itself an entry before a file is written. Exit: 0 written, 1 the entries contradict the checkpoint, 2 there is no checkpoint, or the
ledger or the folder cannot be used, 3 usage.`;

/** Which log goes where, and why. */
export interface ExportWords {
  readonly folder: string;
  readonly logId: number;
  readonly reason: string | null;
}

/** Reads the command line; throws a UsageError. */
export function readExportWords(args: readonly string[]): ExportWords {
  const options = { log: { type: 'string', default: '1' }, reason: { type: 'string' } } as const;
  const { values, positionals } = wordsOf(args, options, 1);
  const folder = needed('FOLDER', positionals[0], 'a new or empty one');
  return { folder, logId: countOf('--log', values.log), reason: values.reason ?? null };
}
