import { readFileSync } from 'node:fs';
import { startGateway } from '@chancery/gateway/start-gateway';
import { openLedgerWriter } from '@chancery/ledger/ledger-writer';
import { createPolicyEngine } from '@chancery/policy/engine';
import { systemClock } from '@chancery/shared/clock';
import { holdSnapshot } from '@chancery/shared/snapshot/held-snapshot';
import { parseSnapshot } from '@chancery/shared/snapshot/parse-snapshot';
import { openDevelopmentIssuer } from '@chancery/shared/subjects/development-issuer';
import { createTrustStore } from '@chancery/shared/subjects/trust-store';
import { composeMarket, SUBGRAPHS } from '../world/schemas.js';

// The gateway as it is delivered, unchanged: tokens verified, law decided, contexts signed, every answer redacted and on a
// durable ledger before it leaves. Only how many requests one subject may have at once is raised, for the bench is one subject.

/** What the bench tells this process, as JSON in its only argument. */
export interface ChanceryOptions {
  /** Where the labelled subgraphs are, each under its name. */
  readonly subgraphsUrl: string;
  readonly ledgerUrl: string;
  readonly snapshotFile: string;
  readonly issuerFolder: string;
  readonly atOnceMax: number;
}

const KEY = Buffer.alloc(32, 7);
const PSEUDONYM_KEY = Buffer.alloc(32, 9);

async function main(text: string | undefined): Promise<void> {
  if (text === undefined) throw new RangeError('no options');
  const options: ChanceryOptions = JSON.parse(text);
  const urlOf = (name: string) => `${options.subgraphsUrl}/${name}`;
  const ledger = await openLedgerWriter({
    connectionString: options.ledgerUrl,
    clock: systemClock,
    log: (event) => process.stderr.write(`${JSON.stringify(event)}\n`),
  });
  const { atOnceMax } = options;
  const gateway = await startGateway({
    host: '127.0.0.1',
    port: 0,
    supergraphSdl: composeMarket('labelled', urlOf),
    gatewaySdl: null,
    subgraphs: Object.fromEntries(SUBGRAPHS.map((name) => [name, { url: urlOf(name), key: KEY }])),
    trust: createTrustStore(openDevelopmentIssuer(options.issuerFolder).agreements, { pseudonymKey: PSEUDONYM_KEY }),
    snapshots: holdSnapshot(parseSnapshot(JSON.parse(readFileSync(options.snapshotFile, 'utf8')))),
    policy: createPolicyEngine(),
    ledger,
    clock: systemClock,
    log: (event) => process.stderr.write(`${JSON.stringify(event)}\n`),
    admission: { subjectMax: atOnceMax, agencyMax: atOnceMax, allMax: atOnceMax },
  });
  process.stdout.write(`${JSON.stringify({ ready: { url: `${gateway.url}/graphql` } })}\n`);
  process.once('SIGTERM', () => {
    void gateway
      .close()
      .then(() => ledger.close())
      .then(() => process.exit(0));
  });
}

await main(process.argv[2]);
