import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import type { HandlingNumber } from '../../brands.js';
import type { Coordinate } from '../../vocabulary.js';
import type { KnownHandlings } from '../visibility/handling-kinds.js';
import type { Viewer } from '../visibility/viewer.js';
import type { Masks } from '../visibility/viewer-masks.js';
import type { CursorSeal } from './cursor-seal.js';
import type { RowSource } from './row-reader.js';
import type { RowSink } from './row-sink.js';
import type { SeenRecord } from './seen-record.js';
import type { TokenKey } from './token-key.js';

/** What the resolvers of one call share; made per signed context and never kept. */
export interface CallParts {
  readonly viewer: Viewer;
  readonly masks: Masks;
  readonly handlings: KnownHandlings;
  readonly rows: RowSource;
  readonly sink: RowSink;
  readonly cursors: CursorSeal;
  readonly tokens: TokenKey;
  /** Id of the record that the event is about for which a subscription is answered; null for what is no event. */
  readonly event: string | null;
  /** Records of whatever service that the gateway looked at for the commands of this call. */
  readonly seen: readonly SeenRecord[];
}

/** The GraphQL context of one call. The server hands resolvers a shallow copy of it, so it has no private fields. */
export class CallContext {
  readonly viewer: Viewer;
  readonly masks: Masks;
  readonly handlings: KnownHandlings;
  readonly cursors: CursorSeal;
  readonly tokens: TokenKey;
  readonly event: string | null;
  readonly seen: readonly SeenRecord[];
  /** Handlings that the answer holds. */
  readonly usedHandlings = new Set<HandlingNumber>();
  /** Handlings under which a coordinate was asked for and withheld. */
  readonly withheld = new Map<Coordinate, Set<HandlingNumber>>();
  readonly loaders = new Map<object | string, unknown>();
  readonly rows: RowSource;
  /** Where commands write to. */
  readonly sink: RowSink;

  constructor({ viewer, masks, handlings, rows, sink, cursors, tokens, event, seen }: CallParts) {
    this.viewer = viewer;
    this.masks = masks;
    this.handlings = handlings;
    this.cursors = cursors;
    this.tokens = tokens;
    this.rows = rows;
    this.event = event;
    this.seen = seen;
    this.sink = sink;
  }

  /** Whether the viewer may read a coordinate of a row with this handling; if not, that is kept for the gateway. */
  mayRead(coordinate: Coordinate, handling: HandlingNumber): boolean {
    if (this.masks.mayRead(coordinate, handling)) return true;
    const known = this.withheld.get(coordinate);
    if (known === undefined) this.withheld.set(coordinate, new Set([handling]));
    else known.add(handling);
    return false;
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

  /** What was read before a write may not be what there is now. */
  forget(): void {
    this.loaders.clear();
  }
}
