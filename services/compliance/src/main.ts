import { runService } from '@chancery/shared/subgraph/serving/service-environment';
import { openLaw } from './law/open-law.js';
import { compliance } from './service.js';

await runService(compliance, openLaw);
