/** `npm run ledger:reconcile`: whether each call that a service answered is under a trace that an entry of the ledger names. */
import { fetchedBy, reconcile, tracesOf } from '../../packages/ledger/dist/reconcile/unrecorded-fetches.js';
import { openReadingsLog } from '../../packages/ledger/dist/who/open-readings-log.js';
import { recordQuestion } from '../../packages/ledger/dist/who/record-question.js';
import { helped, instantOf, readCommand, wordsOf } from '../../packages/shared/dist/command-help.js';
import { withConnection } from '../../packages/shared/dist/postgres/connect.js';
import { withDatabase } from './with-database.mjs';

const USAGE = `usage: npm run -s ledger:reconcile -- [--since 1d] [--until …]
Services count the calls that they answer by the trace of the request; the gateway writes the ledger. Holds the one against the other, and names
each fetch that no entry names. What was read for an event of which nothing was told owes no entry, and is counted apart. Looks up to two minutes
ago when --until is left out: what is under way has its entry later. Counts are kept for 31 days. The question itself becomes an entry.
Exit: 0 every fetch is recorded, 1 some are not, 2 not asked, 3 usage.
`;
const SERVICES = ['missions', 'incidents', 'intel', 'compliance'];
const UNDER_WAY_MS = 120_000;

async function main(args) {
  if (helped(args, USAGE)) return 0;
  const words = readCommand(USAGE, () => readWords(args));
  if (words === null) return 3;
  const { since, until } = words;
  const fetched = [];
  for (const name of SERVICES) {
    fetched.push(
      ...(await withDatabase(`chancery_${name}`, ({ loaderUrl }) => fetchedBy(name, loaderUrl, since, until))),
    );
  }
  const traces = await withDatabase('chancery_ledger', async ({ ownerUrl, serviceUrl, loaderUrl }) => {
    await withConnection(ownerUrl, openReadingsLog);
    await recordQuestion(
      serviceUrl,
      { operation: 'ledger:reconcile', words: { since, until }, reason: null },
      Date.now,
    );
    return tracesOf(loaderUrl, since, until);
  });
  const { calls, recorded, untold, unrecorded } = reconcile(fetched, traces);
  for (const { service, at, trace, calls: count } of unrecorded) {
    process.stdout.write(`${at}  ${service}  ${count} under trace ${trace || '(none)'}: no entry names it\n`);
  }
  process.stderr.write(`${calls} calls, ${recorded} recorded, ${untold} for events of which nothing was told\n`);
  return unrecorded.length === 0 ? 0 : 1;
}

function readWords(args) {
  const now = Date.now();
  const { values } = wordsOf(args, { since: { type: 'string' }, until: { type: 'string' } });
  const until = values.until === undefined ? now - UNDER_WAY_MS : instantOf('--until', values.until, now);
  return { since: instantOf('--since', values.since ?? '1d', now), until };
}

process.exitCode = await main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${error.message}\n`);
  return 2;
});
