import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { Clock } from '../../clock.js';
import type { Log } from '../../log.js';
import type { DecisionPoint, SnapshotLookup } from '../visibility/decision-point.js';
import type { FederatedSchema } from './federated-schema.js';

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
  /** 0, the default, takes a free one. */
  readonly port?: number;
  readonly clock?: Clock;
  readonly log?: Log;
}
