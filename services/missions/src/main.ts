import { runService } from '@chancery/shared/subgraph/service-environment';
import { startMissions } from './service.js';

await runService(startMissions);
