import { randomBytes } from 'node:crypto';
import { compliance as complianceService } from '@chancery/compliance/service';
import { incidents as incidentsService } from '@chancery/incidents/service';
import { intel as intelService } from '@chancery/intel/service';
import { missions as missionsService } from '@chancery/missions/service';
import { type Clock, systemClock } from '@chancery/shared/clock';
import type { SnapshotSource } from '@chancery/shared/snapshot/snapshot-source';
import type { RunningSubgraph } from '@chancery/shared/subgraph/serving/start-subgraph';
import type { DecisionPoint } from '@chancery/shared/subgraph/visibility/decision-point';
import { type Opened, openAll, openTogether } from '@chancery/shared/testkit/opened';
import { copySeededDatabases, type Databases } from './seeded-databases.js';

export const SUBGRAPHS = ['missions', 'incidents', 'intel', 'compliance'] as const;
export type SubgraphName = (typeof SUBGRAPHS)[number];

/** What stands behind a gateway: databases with the real data, and the subgraphs over them. */
export interface World {
  readonly databases: Databases;
  readonly subgraphs: Readonly<Record<SubgraphName, RunningSubgraph>>;
  /** Keys of the contexts, by subgraph. */
  readonly keys: Readonly<Record<SubgraphName, Uint8Array>>;
  /** Ends a service, and starts it again at its address after `meanwhile`. */
  restart(name: SubgraphName, meanwhile: () => Promise<unknown>): Promise<void>;
  close(): Promise<void>;
}

/** What a world is started with. */
export interface WorldOptions {
  /** What everything takes for the time. */
  readonly clock?: Clock;
  /** What the subgraphs decide by, while the gateway decides by the policies. */
  readonly decisions?: DecisionPoint | undefined;
}

export function startWorld(snapshots: SnapshotSource, options: WorldOptions = {}): Promise<World> {
  return openAll((opened) => startParts(opened, snapshots, options));
}

async function startParts(
  opened: Opened,
  snapshots: SnapshotSource,
  { clock = systemClock, decisions }: WorldOptions,
): Promise<World> {
  const databases = opened.add(await copySeededDatabases(), async (all) => {
    for (const database of Object.values(all)) await database.drop();
  });
  const keys = {
    missions: randomBytes(32),
    incidents: randomBytes(32),
    intel: randomBytes(32),
    compliance: randomBytes(32),
  };
  const optionsOf = (name: SubgraphName, port = 0) => ({
    serviceUrl: databases[name].serviceUrl,
    loaderUrl: databases[name].loaderUrl,
    contextKey: keys[name],
    snapshots,
    clock,
    log: () => undefined,
    port,
    ...(decisions === undefined ? {} : { decisions }),
  });
  const start: Readonly<Record<SubgraphName, (port?: number) => Promise<RunningSubgraph>>> = {
    missions: (port) => missionsService.start(optionsOf('missions', port)),
    incidents: (port) => incidentsService.start(optionsOf('incidents', port)),
    intel: (port) => intelService.start(optionsOf('intel', port)),
    compliance: (port) => complianceService.start(optionsOf('compliance', port)),
  };
  const running = new Map<SubgraphName, RunningSubgraph>();
  const starting = SUBGRAPHS.map(async (name) => [name, running.set(name, await start[name]())] as const);
  await openTogether(opened, starting, ([name]) => running.get(name)?.close());
  const [missions, incidents, intel, compliance] = SUBGRAPHS.map((name) => running.get(name));
  if (!missions || !incidents || !intel || !compliance) throw new Error('a service did not start');
  const subgraphs = { missions, incidents, intel, compliance };
  return {
    databases,
    subgraphs,
    keys,
    async restart(name, meanwhile) {
      const port = Number(new URL(subgraphs[name].url).port);
      await subgraphs[name].close();
      await meanwhile();
      subgraphs[name] = await start[name](port);
      running.set(name, subgraphs[name]);
    },
    close: () => opened.close(),
  };
}
