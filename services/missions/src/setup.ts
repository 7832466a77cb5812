import { runSetup } from '@chancery/shared/subgraph/setup/run-setup';
import { setupMissions } from './setup-missions.js';

await runSetup(setupMissions);
