import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { createPolicyEngine } from '@chancery/policy/engine';
import type { Clock } from '@chancery/shared/clock';
import { createTestDatabase, type TestDatabase } from '@chancery/shared/postgres/test-database';
import { type HeldSnapshot, holdSnapshot } from '@chancery/shared/snapshot/held-snapshot';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import type { Fact, Snapshot } from '@chancery/shared/snapshot/snapshot';
import type { RunningSubgraph } from '@chancery/shared/subgraph/serving/start-subgraph';
import { SignedClient } from '@chancery/shared/subgraph/testkit/signed-client';
import type { DecisionPoint } from '@chancery/shared/subgraph/visibility/decision-point';
import { missions } from '../service.js';
import { setupMissions } from '../setup-missions.js';

/** Folder of the project's data. */
export const DATA_FOLDER = fileURLToPath(new URL('../../../../data', import.meta.url));

/** The service on a database of its own, and a client that signs for it. */
export interface RunningMissions extends AsyncDisposable {
  readonly database: TestDatabase;
  readonly service: RunningSubgraph;
  readonly client: SignedClient;
  readonly snapshots: HeldSnapshot;
  readonly snapshot: Snapshot;
  readonly key: Uint8Array;
  readonly reported: readonly string[];
  readonly logged: readonly string[];
  /** A client of a second service on the same database, under other decisions. */
  clientUnder(decisions: DecisionPoint): Promise<SignedClient>;
}

export interface RunningMissionsOptions {
  readonly clock: Clock;
  readonly decisions?: DecisionPoint;
  readonly dataFolder?: string;
  readonly facts?: readonly Fact[];
}

/** Sets the service up on the test server and starts it. */
export async function runMissions({
  clock,
  decisions,
  dataFolder,
  facts = [],
}: RunningMissionsOptions): Promise<RunningMissions> {
  const database = await createTestDatabase('missions');
  const reported: string[] = [];
  const logged: string[] = [];
  const key = randomBytes(32);
  const snapshot = sealSnapshot({ number: 1, facts: [...facts], acts: [] });
  const snapshots = holdSnapshot(snapshot);
  const engine = decisions ?? createPolicyEngine();
  await setupMissions({
    exercise: true,
    ownerUrl: database.ownerUrl,
    dataFolder: dataFolder ?? DATA_FOLDER,
    clock,
    report: (line) => reported.push(line),
  });
  const serve = async (decided: DecisionPoint) => {
    const log = (line: object) => logged.push(JSON.stringify(line));
    const started = await missions.start({ ...database, contextKey: key, snapshots, decisions: decided, clock, log });
    const client = new SignedClient({
      url: started.url,
      audience: 'missions',
      key,
      policy: decided.version,
      schema: (await missions.schema()).digest,
      snapshot: () => snapshots.view(clock()).snapshot,
      clock,
    });
    return { started, client };
  };
  const { started: service, client } = await serve(engine);
  const services = [service];
  return {
    database,
    service,
    client,
    snapshots,
    snapshot,
    key,
    reported,
    logged,
    async clientUnder(decided) {
      const beside = await serve(decided);
      services.push(beside.started);
      return beside.client;
    },
    async [Symbol.asyncDispose]() {
      for (const each of services) await each.close();
      await database.drop();
    },
  };
}
