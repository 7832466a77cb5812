import { runService } from '@chancery/shared/subgraph/serving/service-environment';
import { startIntel } from './service.js';

await runService(startIntel);
