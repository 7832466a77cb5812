import { tellAgreements } from '@chancery/shared/admission/agreement-teller';
import { AGREEMENTS } from '@chancery/shared/admission/agreement-wire';
import { tellSnapshot } from '@chancery/shared/law/snapshot-teller';
import { SNAPSHOTS } from '@chancery/shared/law/snapshot-wire';
import type { OpenLaw } from '@chancery/shared/subgraph/serving/service-environment';
import type { Resource } from '@chancery/shared/subgraph/serving/subgraph-options';
import { AgreementPublisher } from '../agreements/trust/agreement-publisher.js';
import { followNotices } from './follow-notices.js';
import { LawPublisher } from './law-publisher.js';

/** Opens the law as its owner: it decides by what it publishes, and tells it, with the agreements of the register, to whoever holds the key. */
export const openLaw: OpenLaw = async ({ loaderUrl, key, missionsUrl, log }) => {
  const snapshots = await LawPublisher.open({ loaderUrl, log });
  const agreements = await AgreementPublisher.open({ loaderUrl, log });
  // It may be away: what it told is kept, and what it has recorded meanwhile is asked for when it is back.
  const notices = missionsUrl === undefined ? null : followNotices({ url: missionsUrl, loaderUrl, key, log });
  return {
    snapshots,
    resources: new Map<string, Resource>([
      [SNAPSHOTS.path, tellSnapshot(snapshots, key)],
      [AGREEMENTS.path, tellAgreements(agreements, key)],
    ]),
    async [Symbol.asyncDispose]() {
      await notices?.[Symbol.asyncDispose]();
      await agreements[Symbol.asyncDispose]();
      await snapshots[Symbol.asyncDispose]();
    },
  };
};
