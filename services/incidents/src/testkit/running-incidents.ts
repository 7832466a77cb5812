import { type LinkedRunOptions, type RunningService, runService } from '@chancery/shared/subgraph/testkit/run-service';
import { incidents } from '../service.js';
import { setupIncidents } from '../setup-incidents.js';

/** The service on a database of its own, linked to these posts. */
export function runIncidents({ missionsOwnerUrl, ...options }: LinkedRunOptions): Promise<RunningService> {
  return runService({ service: incidents, setUp: (own) => setupIncidents({ ...own, missionsOwnerUrl }) }, options);
}
