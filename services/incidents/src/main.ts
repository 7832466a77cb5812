import { runService } from '@chancery/shared/subgraph/serving/service-environment';
import { incidents } from './service.js';

await runService(incidents);
