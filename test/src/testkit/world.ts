import { randomBytes } from 'node:crypto';
import { incidents as incidentsService } from '@chancery/incidents/service';
import { intel as intelService } from '@chancery/intel/service';
import { missions as missionsService } from '@chancery/missions/service';
import type { SnapshotSource } from '@chancery/shared/snapshot/snapshot-source';
import type { RunningSubgraph } from '@chancery/shared/subgraph/serving/start-subgraph';
import type { DecisionPoint } from '@chancery/shared/subgraph/visibility/decision-point';

import { copySeededDatabases, type Databases } from './seeded-databases.js';

export const SUBGRAPHS = ['missions', 'incidents', 'intel'] as const;
export type SubgraphName = (typeof SUBGRAPHS)[number];

/** What stands behind a gateway: databases with the real data, and the subgraphs over them. */
export interface World {
  readonly databases: Databases;
  readonly subgraphs: Readonly<Record<SubgraphName, RunningSubgraph>>;
  /** Keys of the contexts, by subgraph. */
  readonly keys: Readonly<Record<SubgraphName, Uint8Array>>;
  close(): Promise<void>;
}

export async function startWorld(snapshots: SnapshotSource, decisions?: DecisionPoint): Promise<World> {
  const databases = await copySeededDatabases();
  const keys = { missions: randomBytes(32), incidents: randomBytes(32), intel: randomBytes(32) };
  const optionsOf = (name: SubgraphName) => ({
    serviceUrl: databases[name].serviceUrl,
    loaderUrl: databases[name].loaderUrl,
    contextKey: keys[name],
    snapshots,
    log: () => undefined,
    ...(decisions === undefined ? {} : { decisions }),
  });
  const [missions, incidents, intel] = await Promise.all([
    missionsService.start(optionsOf('missions')),
    incidentsService.start(optionsOf('incidents')),
    intelService.start(optionsOf('intel')),
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
