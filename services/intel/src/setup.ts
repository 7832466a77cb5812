import { runLinkedSetup } from '@chancery/shared/subgraph/setup/run-setup';
import { setupIntel } from './setup-intel.js';

await runLinkedSetup(setupIntel);
