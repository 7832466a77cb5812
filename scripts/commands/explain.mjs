/** `npm run explain`: why somebody may or may not see a value, or why a request was answered as it was. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLedgerReader } from '../../packages/ledger/dist/ledger-reader.js';
import { findRecordedRequest } from '../../packages/ledger/dist/replay/recorded-request.js';
import { openReadingsLog } from '../../packages/ledger/dist/who/open-readings-log.js';
import { recordQuestion } from '../../packages/ledger/dist/who/record-question.js';
import { runExplain } from '../../packages/policy/dist/explain/run-explain.js';
import { withConnection } from '../../packages/shared/dist/postgres/connect.js';
import { sealSnapshot } from '../../packages/shared/dist/snapshot/seal-snapshot.js';
import { parseLawSeed, seedActs, seedFacts } from '../../packages/shared/dist/snapshot/seed-content.js';
import { findStoredHandling } from '../../packages/shared/dist/subgraph/visibility/stored-handling.js';
import { readLaw } from '../../services/compliance/dist/law/read-law.js';
import { CHECKOUT, dataFolder } from '../run/checkout.mjs';
import { withDatabase } from './with-database.mjs';

const HELD_BY = { Mission: 'missions', Premises: 'missions', Incident: 'incidents', Warning: 'intel' };
const read = (...path) => readFileSync(join(CHECKOUT, ...path), 'utf8');

const sources = {
  supergraphSdl: () => read('supergraph.graphql'),
  async snapshot(now, fromSeed) {
    const hasLaw = !fromSeed && existsSync(join(dataFolder(), 'credentials.json'));
    const law = hasLaw
      ? await withDatabase('chancery_compliance', ({ loaderUrl }) => readLaw(loaderUrl, () => {}))
      : null;
    if (law !== null) return law;
    const seed = parseLawSeed(JSON.parse(read('data/law/acts.json')));
    return sealSnapshot({ number: 1, facts: seedFacts(read('data/missions.csv'), seed), acts: seedActs(seed, now) });
  },
  storedHandling: (record) =>
    withDatabase(`chancery_${HELD_BY[record.type]}`, (logins) => findStoredHandling(logins, record)),
  recorded: (receipt, words, reason) =>
    withDatabase('chancery_ledger', async ({ ownerUrl, serviceUrl, loaderUrl }) => {
      await withConnection(ownerUrl, openReadingsLog);
      // On the ledger before anything of it is shown.
      await recordQuestion(serviceUrl, { operation: 'explain', words, reason }, Date.now);
      const reader = await openLedgerReader(loaderUrl);
      try {
        return await findRecordedRequest(reader, receipt);
      } finally {
        await reader.close();
      }
    }),
};

const { code, out, err } = await runExplain(process.argv.slice(2), sources, Date.now());
process.stdout.write(out);
process.stderr.write(err);
process.exitCode = code;
