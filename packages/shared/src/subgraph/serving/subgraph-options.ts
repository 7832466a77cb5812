import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { Clock } from '../../clock.js';
import type { Log } from '../../log.js';
import type { DecisionPoint, SnapshotLookup } from '../visibility/decision-point.js';
import type { FederatedSchema } from './federated-schema.js';

/** A further resource beside the operations of the gateway, which says itself who may ask for it. */
export interface Resource {
  /** Throws a client error to refuse. */
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Whoever waits is answered now. */
  beginClosing(): void;
}

/** What a subgraph needs from its process. */
export interface SubgraphOptions {
  /** Audience of the contexts that it accepts. */
  readonly name: string;
  readonly schema: FederatedSchema;
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
  readonly serviceUrl: string;
  readonly loaderUrl: string;
  /** 32 bytes, shared with the gateway alone. */
  readonly contextKey: Uint8Array;
  readonly snapshots: SnapshotLookup;
  readonly decisions: DecisionPoint;
  /** Further resources, by path; they are asked for by POST. */
  readonly resources?: ReadonlyMap<string, Resource>;
  /** What the health answer says besides, by name. */
  readonly told?: () => Readonly<Record<string, unknown>>;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  readonly clock?: Clock;
  readonly log?: Log;
}
