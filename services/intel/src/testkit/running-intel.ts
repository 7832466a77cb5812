import { randomBytes } from 'node:crypto';
import { createPolicyEngine } from '@chancery/policy/engine';
import { createTestDatabase, type TestDatabase } from '@chancery/shared/postgres/test-database';
import { holdSnapshot } from '@chancery/shared/snapshot/held-snapshot';
import { SignedClient } from '@chancery/shared/subgraph/testkit/signed-client';
import { intel } from '../service.js';
import { setupIntel } from '../setup-intel.js';
import { NOW, seededSnapshot } from './law.js';

const clock = (): number => NOW;

/** The service on a database of its own, and a client that signs for it. */
export interface RunningIntel extends AsyncDisposable {
  readonly database: TestDatabase;
  readonly client: SignedClient;
  readonly reported: readonly string[];
  /** Runs the setup again. */
  setUp(): Promise<void>;
}

/** What the service is set up from. */
export interface RunningIntelOptions {
  readonly missionsOwnerUrl: string;
  readonly dataFolder: string;
}

/** Sets the service up on the test server and starts it. */
export async function runIntel(options: RunningIntelOptions): Promise<RunningIntel> {
  const database = await createTestDatabase('intel');
  const reported: string[] = [];
  const setUp = (): Promise<void> =>
    setupIntel({
      ...options,
      ownerUrl: database.ownerUrl,
      exercise: true,
      clock,
      report: (line) => reported.push(line),
    });
  await setUp();

  const contextKey = randomBytes(32);
  const snapshots = holdSnapshot(seededSnapshot());
  const service = await intel.start({ ...database, contextKey, snapshots, clock });
  const client = new SignedClient({
    url: service.url,
    audience: 'intel',
    key: contextKey,
    policy: createPolicyEngine().version,
    schema: (await intel.schema()).digest,
    snapshot: () => snapshots.view(NOW).snapshot,
    clock,
  });
  const dispose = async (): Promise<void> => {
    await service.close();
    await database.drop();
  };
  return { database, client, reported, setUp, [Symbol.asyncDispose]: dispose };
}
