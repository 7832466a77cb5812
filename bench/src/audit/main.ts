import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MIGRATIONS } from '@chancery/compliance/migrations';
import { countOf, helped, readCommand, wordsOf } from '@chancery/shared/command-help';
import { withConnection } from '@chancery/shared/postgres/connect';
import { startServer } from '../gateway/set-up.js';
import { machineFacts } from '../machine.js';
import { askAll } from './asking.js';
import { knowPosts, openInventing, sizesOf, type Telling, type Told, tell } from './projecting.js';

/** Exit code of a wrong command line. */
const BAD_USAGE = 3;
const USAGE = `usage: npm run bench:audit [-- --short] [-- --entries N] [-- --days N]

What is told of the ledger for the questions of compliance: N invented entries (200,000; --short: 10,000) by the ledger's own writer are told from
nothing, then 2,000 more, and each saved question of docs/questions is asked over the last N days of 90 (30) and over all of them.`;

const WHOLE = 200_000;
const SHORT = 10_000;
const MORE = 2_000;
const DAYS = '30';
const ALL_DAYS = 92;
const CHECKOUT = join(import.meta.dirname, '../../..');

const say = (text: string): void => void process.stdout.write(`${text}\n\n`);

const told = (what: string, { entries, rows, seconds, nodeUs, serverUs, walBytes }: Telling): string =>
  `| ${what} | ${entries.toLocaleString('en')} | ${rows.toLocaleString('en')} | ${seconds.toFixed(1)} | ${Math.round(rows / seconds).toLocaleString('en')} | ${serverUs.toFixed(0)} | ${nodeUs.toFixed(0)} | ${Math.round(walBytes).toLocaleString('en')} |`;

/** What telling the ledger's entries takes, and how long the questions of compliance take over what was told. */
async function main(args: readonly string[]): Promise<void> {
  if (helped(args, USAGE)) return;
  const words = readCommand(USAGE, () => readWords(args));
  if (words === null) {
    process.exitCode = BAD_USAGE;
    return;
  }
  const { count, days } = words;
  const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'));
  try {
    const server = await startServer(folder);
    try {
      const supergraph = readFileSync(join(CHECKOUT, 'supergraph.graphql'), 'utf8');
      const ledger = await server.makeLedger('audited');
      const compliance = await server.makeDatabase('audit', MIGRATIONS);
      await benchAudit({ ledger, compliance, pid: server.pid, supergraph }, count, days);
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readWords(args: readonly string[]): { readonly count: number; readonly days: number } {
  const text = { type: 'string' } as const;
  const { values } = wordsOf(args, { short: { type: 'boolean', default: false }, entries: text, days: text });
  const count = countOf('--entries', values.entries ?? String(values.short ? SHORT : WHOLE));
  return { count, days: countOf('--days', values.days ?? DAYS) };
}

async function benchAudit(of: Told, count: number, days: number): Promise<void> {
  say(machineFacts());
  const inventing = await openInventing(of, count + MORE);
  const from = performance.now();
  await inventing.write(count);
  say(`${count.toLocaleString('en')} entries written in ${((performance.now() - from) / 1_000).toFixed(0)} s.`);
  await knowPosts(of);
  const first = await tell(of);
  await inventing.write(MORE);
  const more = await tell(of);
  await inventing.close();
  say(
    [
      '| | entries | rows of accesses | s | rows/s | server, CPU µs a row | Node, CPU µs a row | write-ahead log, bytes a row |',
      '|---|---|---|---|---|---|---|---|',
      told('from nothing', first),
      told('more of them', more),
    ].join('\n'),
  );
  say(await sizesOf(of));
  await withConnection(of.compliance.ownerUrl, (owner) => owner.query('analyze'));
  for (const each of [days, ALL_DAYS]) {
    say(`### The saved questions, over ${each} days\n\n${await askAll(of, join(CHECKOUT, 'docs/questions'), each)}`);
  }
  say(machineFacts());
}

await main(process.argv.slice(2));
