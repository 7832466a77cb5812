import { type LinkedRunOptions, type RunningService, runService } from '@chancery/shared/subgraph/testkit/run-service';
import { compliance } from '../service.js';
import { setupCompliance } from '../setup-compliance.js';

/** The service on a database of its own, linked to these posts. */
export function runCompliance({ missionsOwnerUrl, ...options }: LinkedRunOptions): Promise<RunningService> {
  return runService({ service: compliance, setUp: (own) => setupCompliance({ ...own, missionsOwnerUrl }) }, options);
}
