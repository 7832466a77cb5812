import { randomBytes } from 'node:crypto';
import type { Clock } from '../../clock.js';
import { DATA_FOLDER } from '../../data-folder.js';
import { createTestDatabase, type TestDatabase } from '../../postgres/test-database.js';
import { type HeldSnapshot, holdSnapshot } from '../../snapshot/held-snapshot.js';
import { sealSnapshot } from '../../snapshot/seal-snapshot.js';
import type { Act, Fact, Snapshot } from '../../snapshot/snapshot.js';
import { type Opened, openAll } from '../../testkit/opened.js';
import type { Service } from '../serving/service.js';
import type { RunningSubgraph } from '../serving/start-subgraph.js';
import type { SetupOptions } from '../setup/set-up.js';
import type { DecisionPoint } from '../visibility/decision-point.js';
import { NOW } from './persona-profile.js';
import { SignedClient } from './signed-client.js';

/** What a test sets otherwise. */
export interface RunOptions {
  readonly clock?: Clock;
  readonly dataFolder?: string;
  readonly decisions?: DecisionPoint;
  /** Facts and acts in force; left out, none. */
  readonly facts?: readonly Fact[];
  readonly acts?: readonly Act[];
}

/** The same for a service whose records link to posts. */
export interface LinkedRunOptions extends RunOptions {
  readonly missionsOwnerUrl: string;
}

/** A service, and how its database is set up. */
export interface ServiceToRun {
  readonly service: Service;
  readonly setUp: (options: SetupOptions) => Promise<void>;
}

/** A service on a database of its own, and a client that signs for it. */
export interface RunningService extends AsyncDisposable {
  readonly database: TestDatabase;
  readonly service: RunningSubgraph;
  readonly client: SignedClient;
  readonly snapshots: HeldSnapshot;
  readonly snapshot: Snapshot;
  readonly key: Uint8Array;
  readonly reported: readonly string[];
  readonly logged: readonly string[];
  /** Runs the setup again. */
  setUp(): Promise<void>;
  /** A client of a second process on the same database, under other decisions where some are given. */
  startBeside(decisions?: DecisionPoint): Promise<SignedClient>;
}

/** Sets a service up on the test server and starts it. */
export function runService(of: ServiceToRun, options: RunOptions = {}): Promise<RunningService> {
  return openAll((opened) => runParts(opened, of, options));
}

async function runParts(opened: Opened, of: ServiceToRun, options: RunOptions): Promise<RunningService> {
  const { clock = () => NOW, dataFolder = DATA_FOLDER, decisions = of.service.decisions() } = options;
  const database = opened.add(await createTestDatabase(of.service.name), (made) => made.drop());
  const reported: string[] = [];
  const report = (line: string): void => void reported.push(line);
  const setUp = (): Promise<void> =>
    of.setUp({ ownerUrl: database.ownerUrl, dataFolder, exercise: true, clock, report });
  await setUp();

  const logged: string[] = [];
  const log = (line: object): void => void logged.push(JSON.stringify(line));
  const key = randomBytes(32);
  const { facts = [], acts = [] } = options;
  const snapshot = sealSnapshot({ number: 1, facts: [...facts], acts: [...acts] });
  const snapshots = holdSnapshot(snapshot);
  const { digest } = await of.service.schema();
  const start = async (decided: DecisionPoint) => {
    const running = await of.service.start({ ...database, contextKey: key, snapshots, decisions: decided, clock, log });
    const service = opened.add(running, (started) => started.close());
    const client = new SignedClient({
      url: service.url,
      audience: of.service.name,
      key,
      policy: decided.version,
      schema: digest,
      snapshot: () => snapshots.view(clock()).snapshot,
      clock,
    });
    return { service, client };
  };
  const { service, client } = await start(decisions);
  const startBeside = async (decided = decisions): Promise<SignedClient> => (await start(decided)).client;
  return {
    ...{ database, service, client, snapshots, snapshot, key, reported, logged },
    ...{ setUp, startBeside, [Symbol.asyncDispose]: () => opened.close() },
  };
}
