import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { countOf, helped, readCommand, wordsOf } from '@chancery/shared/command-help';
import { startEmbeddedServer } from '@chancery/shared/postgres/embedded-server';
import { provisionDatabase } from '@chancery/shared/postgres/provision';
import { type Asking, openAsking } from '@chancery/test/plans/ask';
import { costsOf } from '@chancery/test/plans/explain';
import { questionsOf } from '@chancery/test/plans/questions';
import { fillDatabase, type Incident, readRows } from '@chancery/test/plans/rows';
import { type BenchViewer, viewerOf } from '@chancery/test/plans/viewer';
import { machineFacts } from '../machine.js';
import { measurePeers, ORDERS } from './peers.js';
import { measureSight } from './sight.js';
import { measureWho } from './who-sees.js';

/** Exit code of a wrong command line. */
const BAD_USAGE = 3;
const USAGE = `usage: npm run bench:services [-- --short] [-- --handlings N] [-- --sight]

Measures the statements of a service over 1,000,000 incidents (--short: 100,000) under 5,000 or N handlings, for viewers who see 0.02 to 100 % of
them; beside row level security by an array and beside filtering in the application. An answer that is wrong fails it.
--sight measures instead who may see a value, among 10,000 people, and what somebody may see of the incidents.`;

const SHARES = [0.0002, 0.001, 0.01, 0.1, 0.5, 1];
const WHOLE = 1_000_000;
const SHORT = 100_000;
const POSTS = 9_737;
const BUFFERS_MAX = 500;
const MS_MAX = 3;

const say = (line: string): unknown => process.stderr.write(`${line}\n`);

/** Measures the statements of a service over many rows, for viewers who see little, much and all; an answer that is wrong fails it. */
async function main(args: readonly string[]): Promise<void> {
  if (helped(args, USAGE)) return;
  const words = readCommand(USAGE, () => {
    const { values } = wordsOf(args, {
      short: { type: 'boolean', default: false },
      handlings: { type: 'string', default: '5000' },
      sight: { type: 'boolean', default: false },
    });
    return { ...values, handlings: countOf('--handlings', values.handlings) };
  });
  if (words === null) {
    process.exitCode = BAD_USAGE;
    return;
  }
  const size = {
    rows: words.short ? SHORT : WHOLE,
    handlings: words.handlings,
    posts: POSTS,
    isSearched: !words.sight,
  };
  const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'));
  try {
    const server = await startEmbeddedServer({ folder: join(folder, 'postgres'), report: say });
    try {
      process.stdout.write(`${machineFacts()}\n\n`);
      process.stdout.write(
        `${size.rows.toLocaleString('en')} incidents, ${size.handlings.toLocaleString('en')} handlings\n\n`,
      );
      const urls = await provisionDatabase(server.adminUrl, {
        database: 'bench_incidents',
        credentialsFile: join(folder, 'bench_incidents.credentials.json'),
      });
      await fillDatabase(urls.ownerUrl, size, say);
      if (words.sight) {
        await measureWho(server.adminUrl, folder);
        await measureSight(urls, size.handlings, say);
        return;
      }
      const rows = await readRows(urls.ownerUrl);
      const asking = await openAsking(urls.serviceUrl);
      const viewers = SHARES.map((share) => viewerOf(share, size.handlings));
      for (const viewer of viewers) {
        process.stdout.write(
          `### ${viewer.share * 100} % of the handlings\n\n| question | ms | buffers | rows passed over | |\n|---|---|---|---|---|\n`,
        );
        await measure(asking, urls.serviceUrl, rows, viewer);
        process.stdout.write('\n');
      }
      await asking.close();
      process.stdout.write(
        '### Beside others\n\n| share | order | RLS by an array, ms | left out by the application, ms |\n|---|---|---|---|\n',
      );
      for (const viewer of viewers) {
        for (const [name, order] of Object.entries(ORDERS)) {
          const { array, application } = await measurePeers(urls.ownerUrl, viewer, order);
          process.stdout.write(
            `| ${viewer.share * 100} % | ${name} | ${array.toFixed(1)} | ${application.toFixed(1)} |\n`,
          );
        }
      }
      process.stdout.write(`\n${machineFacts()}\n`);
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(
  asking: Asking,
  serviceUrl: string,
  rows: readonly Incident[],
  viewer: BenchViewer,
): Promise<void> {
  const cursorAfter = async (
    document: string,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<string | null> => {
    const asked = document.replace('edges { node { id } }', 'pageInfo { endCursor }');
    const { data } = await asking.ask(viewer, asked, variables);
    return (data.incidents as { pageInfo: { endCursor: string | null } }).pageInfo.endCursor;
  };
  for (const { name, document, variables = {}, expected, found } of await questionsOf(rows, viewer, cursorAfter)) {
    const { data, statements } = await asking.ask(viewer, document, variables);
    const answer = found(data);
    if (!isDeepStrictEqual(JSON.parse(JSON.stringify(answer)), JSON.parse(JSON.stringify(expected)))) {
      throw new RangeError(`${name}: ${JSON.stringify(answer)} is not ${JSON.stringify(expected)}`);
    }
    const costs = await costsOf(serviceUrl, viewer.masks.visible(), statements);
    const ms = Math.max(...costs.map((cost) => cost.ms));
    const buffers = Math.max(...costs.map((cost) => cost.buffers));
    const removed = Math.max(...costs.map((cost) => cost.removed));
    const wrong = [
      ...(ms > MS_MAX ? ['slow'] : []),
      ...(buffers > BUFFERS_MAX ? ['many buffers'] : []),
      ...(costs.some(({ hasSeqScan }) => hasSeqScan) ? ['reads the whole table'] : []),
    ];
    process.stdout.write(`| ${name} | ${ms.toFixed(2)} | ${buffers} | ${removed} | ${wrong.join(', ')} |\n`);
    if (wrong.length > 0 && process.env.CHANCERY_BENCH_STATEMENTS !== undefined)
      say(JSON.stringify(statements, null, 1));
  }
}

await main(process.argv.slice(2));
