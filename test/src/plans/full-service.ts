import { incidents } from '@chancery/incidents/service';
import type { Sha256 } from '@chancery/shared/brands';
import type { FieldCategory } from '@chancery/shared/schema/field-categories';
import type { RunningSubgraph } from '@chancery/shared/subgraph/serving/start-subgraph';
import type { Coordinate } from '@chancery/shared/vocabulary';

/** A service over a database that is full, as it runs in production, and what its schema says. */
export interface FullService {
  readonly running: RunningSubgraph;
  readonly policy: Sha256;
  readonly schema: Sha256;
  readonly categories: ReadonlyMap<Coordinate, FieldCategory>;
}

/** Starts the service of incidents by the law of this checkout. */
export async function startFull(
  options: Omit<Parameters<typeof incidents.start>[0], 'decisions'>,
): Promise<FullService> {
  const decisions = incidents.decisions();
  const { digest, categories } = await incidents.schema();
  const running = await incidents.start({ ...options, decisions });
  return { running, policy: decisions.version, schema: digest, categories };
}
