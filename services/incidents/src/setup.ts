import { runLinkedSetup } from '@chancery/shared/subgraph/setup/run-setup';
import { setupIncidents } from './setup-incidents.js';

await runLinkedSetup(setupIncidents);
