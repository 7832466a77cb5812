import { fileURLToPath } from 'node:url';
import { setupCompliance } from '@chancery/compliance/setup-compliance';
import { setupIncidents } from '@chancery/incidents/setup-incidents';
import { setupIntel } from '@chancery/intel/setup-intel';
import { LEDGER_MIGRATIONS } from '@chancery/ledger/migrations';
import { setupMissions } from '@chancery/missions/setup-missions';
import { withConnection } from '@chancery/shared/postgres/connect';
import { migrate } from '@chancery/shared/postgres/migrate';
import { roleNamesOf } from '@chancery/shared/postgres/role-names';
import { createTestDatabase, type TestDatabase } from '@chancery/shared/postgres/test-database';
import type pg from 'pg';
import { plantCanaries } from './canaries.js';

export const DATABASES = ['missions', 'incidents', 'intel', 'compliance', 'ledger'] as const;
export type DatabaseName = (typeof DATABASES)[number];
export type Databases = Readonly<Record<DatabaseName, TestDatabase>>;

/** Databases with the real data in them, this test file's own: copies of a set that is imported once in a run. */
export async function copySeededDatabases(): Promise<Databases> {
  const adminUrl = process.env.CHANCERY_TEST_POSTGRES ?? '';
  return withConnection(adminUrl, async (admin) => {
    // One worker imports while the others wait; and copying needs a source that nobody is connected to.
    await admin.query(`select pg_advisory_lock(hashtext('chancery.seeded'))`);
    const copies: [DatabaseName, TestDatabase][] = [];
    const sources = (await findSources(admin)) ?? (await importSources(admin));
    for (const name of DATABASES) copies.push([name, await copyOf(admin, sources[name], name)]);
    return Object.fromEntries(copies) as Record<DatabaseName, TestDatabase>;
  });
}

type Sources = Readonly<Record<DatabaseName, string>>;

const markOf = (name: DatabaseName): string => `seeded ${name} of ${process.env.CHANCERY_TEST_RUN}`;

async function findSources(admin: pg.Client): Promise<Sources | null> {
  const { rows } = await admin.query<{ datname: string; mark: string | null }>(
    `select datname, shobj_description(oid, 'pg_database') as mark from pg_database`,
  );
  const found = DATABASES.flatMap((name) =>
    rows.filter(({ mark }) => mark === markOf(name)).map(({ datname }) => [name, datname]),
  );
  return found.length === DATABASES.length ? Object.fromEntries(found) : null;
}

async function importSources(admin: pg.Client): Promise<Sources> {
  const databases = {
    missions: await createTestDatabase('missions'),
    incidents: await createTestDatabase('incidents'),
    intel: await createTestDatabase('intel'),
    compliance: await createTestDatabase('compliance'),
    ledger: await createTestDatabase('ledger'),
  };
  const { missions, incidents, intel, compliance, ledger } = databases;
  const dataFolder = fileURLToPath(new URL('../../../data', import.meta.url));
  const report = (): void => undefined;
  await setupMissions({ ownerUrl: missions.ownerUrl, dataFolder, exercise: true, report });
  const linked = { missionsOwnerUrl: missions.ownerUrl, dataFolder, exercise: true, report };
  await setupIncidents({ ownerUrl: incidents.ownerUrl, ...linked });
  await setupIntel({ ownerUrl: intel.ownerUrl, ...linked });
  await setupCompliance({ ownerUrl: compliance.ownerUrl, ...linked });
  await plantCanaries(databases);
  await migrate(ledger.ownerUrl, LEDGER_MIGRATIONS);
  for (const name of DATABASES) {
    await admin.query(`comment on database ${databases[name].database} is '${markOf(name)}'`);
  }
  return {
    missions: missions.database,
    incidents: incidents.database,
    intel: intel.database,
    compliance: compliance.database,
    ledger: ledger.database,
  };
}

/** A copy under roles of its own, which have the rights of the source's roles and own nothing that those do not. */
async function copyOf(admin: pg.Client, source: string, name: DatabaseName): Promise<TestDatabase> {
  const copy = await createTestDatabase(name);
  const [theirs, ours] = [roleNamesOf(source), roleNamesOf(copy.database)];
  await admin.query(`drop database ${copy.database}`);
  await admin.query(`create database ${copy.database} owner ${theirs.owner} template ${source}`);
  await admin.query(`revoke all on database ${copy.database} from public`);
  await admin.query(`grant connect on database ${copy.database} to ${ours.service}, ${ours.loader}`);
  for (const role of ['owner', 'service', 'loader'] as const)
    await admin.query(`grant ${theirs[role]} to ${ours[role]}`);
  return copy;
}
