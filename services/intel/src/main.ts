import { runService } from '@chancery/shared/subgraph/serving/service-environment';
import { intel } from './service.js';

await runService(intel);
