import { randomBytes } from 'node:crypto';
import { sha256Of } from '@chancery/shared/brands';
import { migrate } from '@chancery/shared/postgres/migrate';
import { createTestDatabase, type TestDatabase } from '@chancery/shared/postgres/test-database';
import { holdSnapshot } from '@chancery/shared/snapshot/held-snapshot';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import { type ImportedRow, importRecords } from '@chancery/shared/subgraph/import/import-records';
import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { relayOutbox } from '@chancery/shared/subgraph/outbox/relay-outbox';
import { SignedClient } from '@chancery/shared/subgraph/testkit/signed-client';
import type { DecisionPoint } from '@chancery/shared/subgraph/visibility/decision-point';
import type { Profile } from '@chancery/shared/subjects/subject';
import { ContractorVetting } from './fixture/contractor-vetting.js';
import { MIGRATIONS } from './fixture/migrations.js';
import { access } from './fixture/service.js';

const NOW = Date.parse('2026-09-21T12:00:00Z');
const clock = (): number => NOW;

/** Releasability, and sources for nobody: a test reads off a handling who may read what. */
const decisions: DecisionPoint = {
  version: sha256Of('releasability'),
  open: ({ subject }: Profile) => ({
    decide(category, { label }) {
      const isReleased = label.releasableTo === 'ANY' || label.releasableTo.has(subject.represents);
      const effect = isReleased && category !== 'INTEL_SOURCE' ? 'allow' : 'withhold';
      return { effect, validUntil: Number.POSITIVE_INFINITY, citations: [] };
    },
  }),
};

/** Somebody who acts for a State. */
export function profileFor(represents: string): Profile {
  const subject = {
    id: 'a:00000000000000aa',
    represents,
    agency: `${represents}.foreign-ministry`,
    kind: 'FOREIGN_MINISTRY' as const,
    nationalities: [represents],
    clearances: [],
    compartments: [],
    groups: [],
  };
  return { subject, purpose: 'TRAINING', caseId: null };
}

/** The service of the fixture on a database of its own. */
export interface RunningAccess extends AsyncDisposable {
  readonly database: TestDatabase;
  readonly client: SignedClient;
  /** Imports rows, and nothing else that was imported before; returns how many changed and how many were withdrawn. */
  load(
    rows: readonly ImportedRow<ContractorVetting>[],
  ): Promise<{ readonly changed: number; readonly withdrawn: number }>;
}

/** Migrates, learns which posts there are, loads rows of them, and starts. */
export async function runAccess(
  missionsOwnerUrl: string,
  rows: readonly ImportedRow<ContractorVetting>[],
): Promise<RunningAccess> {
  const database = await createTestDatabase('access');
  await migrate(database.ownerUrl, MIGRATIONS);
  await relayOutbox({
    sourceOwnerUrl: missionsOwnerUrl,
    targetOwnerUrl: database.ownerUrl,
    type: 'Mission',
    table: 'mission_ref',
    report: () => {},
  });
  const load = async (all: readonly ImportedRow<ContractorVetting>[]) => {
    const imported = { record: ContractorVetting, importedBy: 'exercise', by: 'contractorRef', rows: all } as const;
    const loaded = await inTransaction(database.ownerUrl, (owner) => importRecords(owner, imported));
    return { changed: loaded.changed, withdrawn: loaded.withdrawn.length };
  };
  await load(rows);
  const contextKey = randomBytes(32);
  const snapshots = holdSnapshot(sealSnapshot({ number: 1, facts: [], acts: [] }));
  const service = await access.start({ ...database, contextKey, snapshots, clock, decisions });
  const client = new SignedClient({
    url: service.url,
    audience: 'access',
    key: contextKey,
    policy: decisions.version,
    schema: (await access.schema()).digest,
    snapshot: () => snapshots.view(NOW).snapshot,
    clock,
  });
  return {
    database,
    client,
    load,
    async [Symbol.asyncDispose]() {
      await service.close();
      await database.drop();
    },
  };
}
