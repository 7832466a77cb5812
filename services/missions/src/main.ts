import { runService } from '@chancery/shared/subgraph/serving/service-environment';
import { missions } from './service.js';

await runService(missions);
