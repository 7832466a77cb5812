import { type LinkedRunOptions, type RunningService, runService } from '@chancery/shared/subgraph/testkit/run-service';
import { intel } from '../service.js';
import { setupIntel } from '../setup-intel.js';

/** The service on a database of its own, linked to these posts. */
export function runIntel({ missionsOwnerUrl, ...options }: LinkedRunOptions): Promise<RunningService> {
  return runService({ service: intel, setUp: (own) => setupIntel({ ...own, missionsOwnerUrl }) }, options);
}
