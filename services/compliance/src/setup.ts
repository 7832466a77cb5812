import { runLinkedSetup } from '@chancery/shared/subgraph/setup/run-setup';
import { setupCompliance } from './setup-compliance.js';

await runLinkedSetup(setupCompliance);
