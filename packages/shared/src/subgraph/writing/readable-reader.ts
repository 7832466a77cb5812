import type { EntityManager } from 'typeorm';
import type { ReadableRecord } from '../reading/token-key.js';
import type { Masks } from '../visibility/viewer-masks.js';

/** Reads what a viewer may read of records: through the viewer's own rows, so that what is hidden changes nothing. */
export interface ReadableReader {
  read(
    manager: EntityManager,
    masks: Pick<Masks, 'mayRead'>,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, ReadableRecord>>;
}
