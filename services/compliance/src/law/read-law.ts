import type { Log } from '@chancery/shared/log';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import type { Snapshot } from '@chancery/shared/snapshot/snapshot';
import { LawStore } from './law-store.js';

/** The law as it was published last, read beside whoever publishes it; null where nothing has been published yet. */
export async function readLaw(loaderUrl: string, log: Log): Promise<Snapshot | null> {
  const store = new LawStore(loaderUrl, log);
  try {
    const content = await store.read();
    return content.number === 0 ? null : sealSnapshot(content);
  } finally {
    await store.close();
  }
}
