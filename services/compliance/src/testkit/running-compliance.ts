import { randomBytes } from 'node:crypto';
import { createPolicyEngine } from '@chancery/policy/engine';
import { createTestDatabase, type TestDatabase } from '@chancery/shared/postgres/test-database';
import { holdSnapshot } from '@chancery/shared/snapshot/held-snapshot';
import { SignedClient } from '@chancery/shared/subgraph/testkit/signed-client';
import { compliance } from '../service.js';
import { setupCompliance } from '../setup-compliance.js';
import { NOW, seededSnapshot } from './law.js';

const clock = (): number => NOW;

/** The service on a database of its own, and a client that signs for it. */
export interface RunningCompliance extends AsyncDisposable {
  readonly database: TestDatabase;
  readonly client: SignedClient;
  readonly reported: readonly string[];
  /** Runs the setup again. */
  setUp(): Promise<void>;
}

/** What the service is set up from. */
export interface RunningComplianceOptions {
  readonly missionsOwnerUrl: string;
  readonly dataFolder: string;
}

/** Sets the service up on the test server and starts it. */
export async function runCompliance(options: RunningComplianceOptions): Promise<RunningCompliance> {
  const database = await createTestDatabase('compliance');
  const reported: string[] = [];
  const setUp = (): Promise<void> =>
    setupCompliance({
      ...options,
      ownerUrl: database.ownerUrl,
      exercise: true,
      clock,
      report: (line) => reported.push(line),
    });
  await setUp();

  const contextKey = randomBytes(32);
  const snapshots = holdSnapshot(seededSnapshot());
  const service = await compliance.start({ ...database, contextKey, snapshots, clock });
  const client = new SignedClient({
    url: service.url,
    audience: 'compliance',
    key: contextKey,
    policy: createPolicyEngine().version,
    schema: (await compliance.schema()).digest,
    snapshot: () => snapshots.view(NOW).snapshot,
    clock,
  });
  const dispose = async (): Promise<void> => {
    await service.close();
    await database.drop();
  };
  return { database, client, reported, setUp, [Symbol.asyncDispose]: dispose };
}
