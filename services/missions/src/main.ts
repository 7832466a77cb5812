import { runService } from '@chancery/shared/subgraph/serving/service-environment';
import { startMissions } from './service.js';

await runService({ start: startMissions });
