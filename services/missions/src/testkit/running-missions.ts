import { type RunningService, type RunOptions, runService } from '@chancery/shared/subgraph/testkit/run-service';
import { missions } from '../service.js';
import { setupMissions } from '../setup-missions.js';

/** The service on a database of its own. */
export function runMissions(options: RunOptions): Promise<RunningService> {
  return runService({ service: missions, setUp: setupMissions }, options);
}
