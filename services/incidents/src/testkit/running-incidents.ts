import { randomBytes } from 'node:crypto';
import { createPolicyEngine } from '@chancery/policy/engine';
import type { Clock } from '@chancery/shared/clock';
import { groupsOf } from '@chancery/shared/memberships';
import { createTestDatabase, type TestDatabase } from '@chancery/shared/postgres/test-database';
import { holdSnapshot } from '@chancery/shared/snapshot/held-snapshot';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import type { Fact } from '@chancery/shared/snapshot/snapshot';
import { SignedClient, type SubgraphAnswer } from '@chancery/shared/subgraph/testkit/signed-client';
import { PERSONAS } from '@chancery/shared/subjects/personas';
import type { Profile } from '@chancery/shared/subjects/subject';
import { incidents } from '../service.js';
import { setupIncidents } from '../setup-incidents.js';

export const NOW = Date.parse('2026-09-21T12:00:00Z');
const clock: Clock = () => NOW;

/** The service on a database of its own, and a client that signs for it. */
export interface RunningIncidents extends AsyncDisposable {
  readonly database: TestDatabase;
  readonly client: SignedClient;
  readonly reported: readonly string[];
  /** Runs the setup again. */
  setUp(): Promise<void>;
  /** A second process on the same database, as far as a test needs one. */
  startReplica(): Promise<Replica>;
}

/** Another instance of the service. */
export interface Replica extends AsyncDisposable {
  send(body: string, context: string): Promise<SubgraphAnswer>;
}

/** What the service is set up from. */
export interface RunningIncidentsOptions {
  readonly missionsOwnerUrl: string;
  readonly dataFolder: string;
  readonly facts?: readonly Fact[];
}

/** A profile of a persona of the demonstration. */
export function profileOf(persona: string): Profile {
  const found = PERSONAS.find(({ id }) => id === persona);
  const [purpose] = found?.purposes ?? [];
  if (found === undefined || purpose === undefined) throw new Error(`no persona ${persona}`);
  const { represents, agency, kind, nationalities, clearances, compartments } = found;
  const groups = groupsOf(represents, NOW);
  const subject = {
    id: 'a:00000000000000aa',
    represents,
    agency,
    kind,
    nationalities,
    clearances,
    compartments,
    groups,
  };
  return { subject, purpose, caseId: null };
}

/** Sets the service up on the test server and starts it. */
export async function runIncidents(options: RunningIncidentsOptions): Promise<RunningIncidents> {
  const database = await createTestDatabase('incidents');
  const reported: string[] = [];
  const setUp = (): Promise<void> =>
    setupIncidents({
      ...options,
      ownerUrl: database.ownerUrl,
      exercise: true,
      clock,
      report: (line) => reported.push(line),
    });
  await setUp();

  const contextKey = randomBytes(32);
  const snapshots = holdSnapshot(sealSnapshot({ number: 1, facts: options.facts ?? [], acts: [] }));
  const service = await incidents.start({ ...database, contextKey, snapshots, clock });
  const { digest } = await incidents.schema();
  const clientOf = (url: string): SignedClient =>
    new SignedClient({
      url,
      audience: 'incidents',
      key: contextKey,
      policy: createPolicyEngine().version,
      schema: digest,
      snapshot: () => snapshots.view(NOW).snapshot,
      clock,
    });
  const client = clientOf(service.url);
  const startReplica = async (): Promise<Replica> => {
    const replica = await incidents.start({ ...database, contextKey, snapshots, clock });
    const other = clientOf(replica.url);
    return { send: (body, context) => other.send(body, context), [Symbol.asyncDispose]: () => replica.close() };
  };
  const dispose = async (): Promise<void> => {
    await service.close();
    await database.drop();
  };
  return { database, client, reported, setUp, startReplica, [Symbol.asyncDispose]: dispose };
}
