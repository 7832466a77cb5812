import { runService } from '@chancery/shared/subgraph/serving/service-environment';
import { startIncidents } from './service.js';

await runService({ start: startIncidents });
