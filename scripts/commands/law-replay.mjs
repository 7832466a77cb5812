/** `npm run law:replay`: what another law, or the facts of today, would have opened and closed of what was asked. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openReadingsLog } from '../../packages/ledger/dist/who/open-readings-log.js';
import { recordQuestion } from '../../packages/ledger/dist/who/record-question.js';
import { createPolicyEngine } from '../../packages/policy/dist/engine.js';
import { engineOfLaw } from '../../packages/policy/dist/prove/diff/engine-of-law.js';
import { PastComparison } from '../../packages/policy/dist/replay/compare-past.js';
import { printPast } from '../../packages/policy/dist/replay/print-past.js';
import { helped, instantOf, oneOf, toldUsage, UsageError, wordsOf } from '../../packages/shared/dist/command-help.js';
import { withConnection } from '../../packages/shared/dist/postgres/connect.js';
import { supergraphCategories } from '../../packages/shared/dist/schema/supergraph-categories.js';
import { pastRequests } from '../../services/compliance/dist/audit/past-requests.js';
import { readLaw } from '../../services/compliance/dist/law/read-law.js';
import { CHECKOUT } from '../run/checkout.mjs';
import { withDatabase } from './with-database.mjs';

const USAGE = `usage: npm run -s law:replay -- --law FOLDER|REVISION|sha256:… [--since 30d] [--until …] [--agency DEU.police] [--json] [--reason "why"]
       npm run -s law:replay -- --facts now [--law …] …
Decides again what the ledger recorded: by the rules of a folder, of a revision of this checkout or of the revision that had a digest, and with
\`--facts now\` by the facts and acts of now. Says by agency, field and rules what that would have opened and closed. The label layer, what is made of
facts, and the schema are those of this checkout. The question itself becomes an entry. Exit: 0 answered, 2 not answered, 3 usage.
`;
const WORDS = { law: 'string', facts: 'string', since: 'string', until: 'string', agency: 'string', reason: 'string' };

async function main(args) {
  if (helped(args, USAGE)) return 0;
  const words = readWords(args);
  const own = createPolicyEngine();
  const other = words.law === undefined ? { engine: own, version: own.version } : lawOf(words.law);
  const instead = words.facts === undefined ? null : await factsOfNow();
  const categories = supergraphCategories(readFileSync(join(CHECKOUT, 'supergraph.graphql'), 'utf8'));
  const comparison = new PastComparison({
    present: { engine: own, version: own.version },
    other: other.engine,
    instead,
    fieldOf: (coordinate) => categories.get(coordinate),
  });
  await withDatabase('chancery_ledger', async ({ ownerUrl, serviceUrl, loaderUrl }) => {
    const { since, until, reason, agency, law, facts } = words;
    await withConnection(ownerUrl, openReadingsLog);
    // On the ledger before anything of it is shown.
    const asked = { law: law ?? null, facts: facts ?? null, since, until, agency: agency ?? null };
    await recordQuestion(serviceUrl, { operation: 'law:replay', words: asked, reason: reason ?? null }, Date.now);
    for await (const request of pastRequests(loaderUrl, { since, until, agency: agency ?? null }))
      comparison.add(request);
  });
  const result = comparison.result();
  process.stdout.write(words.json ? `${JSON.stringify(result, null, 2)}\n` : printPast(result));
  return 0;
}

function readWords(args) {
  const options = Object.fromEntries(Object.entries(WORDS).map(([word, type]) => [word, { type }]));
  const { values } = wordsOf(args, { ...options, json: { type: 'boolean' } });
  const now = Date.now();
  if (values.law === undefined && values.facts === undefined)
    throw new UsageError('--law is missing, or --facts: what is to be other than it was');
  oneOf('--facts', values.facts ?? 'now', ['now']);
  const until = values.until === undefined ? now : instantOf('--until', values.until, now);
  return { ...values, since: instantOf('--since', values.since ?? '30d', now), until };
}

function lawOf(name) {
  try {
    return engineOfLaw(CHECKOUT, name, process.env.INIT_CWD ?? CHECKOUT);
  } catch (error) {
    throw new UsageError(`--law: ${error.message}`);
  }
}

async function factsOfNow() {
  const snapshot = await withDatabase('chancery_compliance', ({ loaderUrl }) => readLaw(loaderUrl, () => {}));
  return { snapshot, now: Date.now() };
}

process.exitCode = await main(process.argv.slice(2)).catch((error) => {
  if (toldUsage(error, USAGE)) return 3;
  process.stderr.write(`${error.message}\n`);
  return 2;
});
