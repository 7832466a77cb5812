import { UsageError } from '../../packages/shared/dist/command-help.js';

/** How a start is called. */
export const USAGE = `usage: npm start                a demonstration on this machine: made-up records, tokens for whoever asks
       npm run serve            agencies of your own: their trust agreements in \`trust/\` of the data folder

  --help                        prints this
  PORT, HOST                    where the gateway listens; HOST is for \`serve\` alone
  CHANCERY_DATA, DATABASE_URL   where everything is kept; a PostgreSQL of your own (docs/operating.md)`;

/** Reads the arguments of a start; throws for one that it does not know, so that a misspelt one does not start something else. */
export function parseArguments(args) {
  if (args.includes('--help') || args.includes('-h')) return { help: USAGE };
  const unknown = args.find((arg) => arg !== '--demo');
  if (unknown !== undefined) throw new UsageError(`unknown argument \`${unknown}\``);
  return { isDemo: args.includes('--demo') };
}
