import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { startIncidents } from '@chancery/incidents/service';
import { setupIncidents } from '@chancery/incidents/setup-incidents';
import { startIntel } from '@chancery/intel/service';
import { setupIntel } from '@chancery/intel/setup-intel';
import { LEDGER_MIGRATIONS } from '@chancery/ledger/migrations';
import { startMissions } from '@chancery/missions/service';
import { setupMissions } from '@chancery/missions/setup-missions';
import { migrate } from '@chancery/shared/postgres/migrate';
import { createTestDatabase, type TestDatabase } from '@chancery/shared/postgres/test-database';
import type { SnapshotSource } from '@chancery/shared/snapshot/snapshot-source';
import type { RunningSubgraph } from '@chancery/shared/subgraph/start-subgraph';

export const SUBGRAPHS = ['missions', 'incidents', 'intel'] as const;
export type SubgraphName = (typeof SUBGRAPHS)[number];

/** What stands behind a gateway: databases with the real data, and the subgraphs over them. */
export interface World {
  readonly databases: Readonly<Record<SubgraphName | 'ledger', TestDatabase>>;
  readonly subgraphs: Readonly<Record<SubgraphName, RunningSubgraph>>;
  /** Keys of the contexts, by subgraph. */
  readonly keys: Readonly<Record<SubgraphName, Uint8Array>>;
  close(): Promise<void>;
}

export async function startWorld(snapshots: SnapshotSource): Promise<World> {
  const databases = await openDatabases();
  const keys = { missions: randomBytes(32), incidents: randomBytes(32), intel: randomBytes(32) };
  const optionsOf = (name: SubgraphName) => ({
    serviceUrl: databases[name].serviceUrl,
    loaderUrl: databases[name].loaderUrl,
    contextKey: keys[name],
    snapshots,
    log: () => undefined,
  });
  const [missions, incidents, intel] = await Promise.all([
    startMissions(optionsOf('missions')),
    startIncidents(optionsOf('incidents')),
    startIntel(optionsOf('intel')),
  ]);
  const subgraphs = { missions, incidents, intel };
  return {
    databases,
    subgraphs,
    keys,
    async close() {
      await Promise.all(SUBGRAPHS.map((name) => subgraphs[name].close()));
      for (const database of Object.values(databases)) await database.drop();
    },
  };
}

async function openDatabases(): Promise<World['databases']> {
  const open = (name: string) => createTestDatabase(name);
  const [missions, incidents] = await Promise.all([open('missions'), open('incidents')]);
  const [intel, ledger] = await Promise.all([open('intel'), open('ledger')]);
  const dataFolder = fileURLToPath(new URL('../../../data', import.meta.url));
  const report = (): void => undefined;
  await setupMissions({ ownerUrl: missions.ownerUrl, dataFolder, report });
  const linked = { missionsOwnerUrl: missions.ownerUrl, dataFolder, report };
  await Promise.all([
    setupIncidents({ ownerUrl: incidents.ownerUrl, ...linked }),
    setupIntel({ ownerUrl: intel.ownerUrl, ...linked }),
    migrate(ledger.ownerUrl, LEDGER_MIGRATIONS),
  ]);
  return { missions, incidents, intel, ledger };
}
