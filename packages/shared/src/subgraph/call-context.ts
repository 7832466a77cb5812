import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import type { CursorSeal } from './cursor-seal.js';
import type { RowSource } from './row-reader.js';
import type { Viewer } from './viewer.js';
import type { Masks } from './visibility.js';

/** What the resolvers of one call share; made per signed context and never kept. */
export interface CallParts {
  readonly viewer: Viewer;
  readonly masks: Masks;
  readonly rows: RowSource;
  readonly cursors: CursorSeal;
}

/** The GraphQL context of one call. The server hands resolvers a shallow copy of it, so it has no private fields. */
export class CallContext {
  readonly viewer: Viewer;
  readonly masks: Masks;
  readonly cursors: CursorSeal;
  /** Handlings that the answer holds. */
  readonly usedHandlings = new Set<number>();
  readonly loaders = new Map<object | string, unknown>();
  readonly rows: RowSource;

  constructor({ viewer, masks, rows, cursors }: CallParts) {
    this.viewer = viewer;
    this.masks = masks;
    this.cursors = cursors;
    this.rows = rows;
  }

  /** Reads in the call's transaction; `work` must not call `read` itself. */
  read<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.rows.read(work);
  }

  /** The call's own loader for `owner`, made by the first that asks. */
  loader<K, V>(owner: object | string, batch: DataLoader.BatchLoadFn<K, V>): DataLoader<K, V> {
    const known = this.loaders.get(owner);
    if (known !== undefined) return known as DataLoader<K, V>;
    const made = new DataLoader<K, V>(batch);
    this.loaders.set(owner, made);
    return made;
  }
}
