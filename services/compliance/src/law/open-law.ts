import { SnapshotTeller } from '@chancery/shared/law/snapshot-teller';
import { SNAPSHOT_PATH } from '@chancery/shared/law/snapshot-wire';
import type { OpenLaw } from '@chancery/shared/subgraph/serving/service-environment';
import { LawPublisher } from './law-publisher.js';

/** Opens the law as its owner: it decides by what it publishes, and tells it to whoever holds the key. */
export const openLaw: OpenLaw = async ({ loaderUrl, key, log }) => {
  const snapshots = await LawPublisher.open({ loaderUrl, log });
  return {
    snapshots,
    resources: new Map([[SNAPSHOT_PATH, new SnapshotTeller(snapshots, key)]]),
    [Symbol.asyncDispose]: () => snapshots[Symbol.asyncDispose](),
  };
};
