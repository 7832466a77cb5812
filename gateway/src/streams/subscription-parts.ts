import type { Instant } from '@chancery/shared/clock';
import type { Log } from '@chancery/shared/log';
import type { Querying } from '../query.js';
import type { Slots } from '../stages/execute/slots.js';
import type { Identifying } from '../stages/identify/identify.js';
import type { ReadRequest } from '../stages/read/read-operation.js';
import type { EventSink } from '../stages/receive/event-sink.js';
import type { GatewayRequest } from '../stages/receive/request.js';
import type { Reached } from '../stages/record/outcome.js';
import type { Recording } from '../stages/record/record.js';
import type { StandingLook } from './standing-look.js';
import type { Watched } from './watched.js';

/** What a subscription works with. */
export interface Subscribing extends Identifying, Querying, Recording {
  readonly log: Log;
}

/** What one subscription is made of. */
export interface SubscriptionParts {
  readonly request: GatewayRequest;
  readonly read: ReadRequest;
  readonly watched: Watched;
  /** Of one that tells what meets a standing question. */
  readonly look: StandingLook | null;
  readonly gateway: Subscribing;
  /** Places for events that are read at once, of all subscriptions. */
  readonly slots: Slots;
  readonly sink: EventSink;
  /** By service, the last event that is not this subscription's any more, and what was told before. */
  readonly positions: ReadonlyMap<string, number>;
  readonly toldBefore: readonly string[];
  /** Seals where the subscriber stands. */
  resumeToken(positions: readonly number[], told: readonly string[], at: Instant): string;
  /** Answers a failure, once it is recorded where it is to be. */
  failed(error: unknown, reached: Reached): Promise<string>;
  /** Hears that it has ended. */
  over(): void;
}
