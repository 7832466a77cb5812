import { runService } from '@chancery/shared/subgraph/service-environment';
import { startIncidents } from './service.js';

await runService(startIncidents);
