import { runService } from '@chancery/shared/subgraph/service-environment';
import { startIntel } from './service.js';

await runService(startIntel);
