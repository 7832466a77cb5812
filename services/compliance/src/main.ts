import { runService } from '@chancery/shared/subgraph/serving/service-environment';
import { compliance } from './service.js';

await runService(compliance);
