import { NoticeTeller } from '@chancery/shared/law/notice-teller';
import { NOTICE_PATH } from '@chancery/shared/law/notice-wire';
import { runService } from '@chancery/shared/subgraph/serving/service-environment';
import { FactNotices } from './facts/fact-notices.js';
import { missions } from './service.js';

await runService(missions, {
  openResources: async ({ loaderUrl, key, log }) => {
    const notices = new FactNotices(loaderUrl, log);
    return {
      resources: new Map([[NOTICE_PATH, new NoticeTeller(notices, key)]]),
      [Symbol.asyncDispose]: () => notices[Symbol.asyncDispose](),
    };
  },
});
