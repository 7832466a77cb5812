import { CONSULATE, DEMO_FACTS, EMBASSY } from '@chancery/shared/subgraph/testkit/demo-law';
import { registerFolder } from '@chancery/shared/subgraph/testkit/register-folder';
import type { RunningService } from '@chancery/shared/subgraph/testkit/run-service';
import { runMissions } from './running-missions.js';

/** The service over the embassy and the consulate general of the demonstration alone, under the law. */
export async function runDemoPair(): Promise<RunningService> {
  using register = registerFolder([EMBASSY, CONSULATE]);
  return await runMissions({ dataFolder: register.folder, facts: DEMO_FACTS });
}
