import { tellNotices } from '@chancery/shared/law/notice-teller';
import { NOTICES } from '@chancery/shared/law/notice-wire';
import { runService } from '@chancery/shared/subgraph/serving/service-environment';
import { FactNotices } from './facts/fact-notices.js';
import { missions } from './service.js';

await runService(missions, {
  openResources: async ({ loaderUrl, key, log }) => {
    const notices = new FactNotices(loaderUrl, log);
    return {
      resources: new Map([[NOTICES.path, tellNotices(notices, key)]]),
      [Symbol.asyncDispose]: () => notices[Symbol.asyncDispose](),
    };
  },
});
