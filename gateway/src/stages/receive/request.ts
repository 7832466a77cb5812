import { HeaderError } from '@chancery/shared/errors';
import type { Cut } from '../execute/cut.js';

/** The values of one header, as often as it was sent. */
export type HeaderValues = readonly string[];

/** A GraphQL request as it came over HTTP, before anything in it is believed. */
export interface GatewayRequest {
  readonly method: 'GET' | 'POST';
  /** Whether the answer is taken as a stream of events. */
  readonly isStream: boolean;
  /** What stands behind the question mark of the target; empty without one. It goes into no log. */
  readonly search: string;
  readonly authorization: HeaderValues;
  readonly purpose: HeaderValues;
  readonly caseId: HeaderValues;
  readonly reason: HeaderValues;
  /** `Chancery-Snapshot-At-Least`. */
  readonly snapshotAtLeast: HeaderValues;
  readonly traceparent: HeaderValues;
  /** Of the web page that asks, as its browser says; absent of what is no browser. */
  readonly origin: HeaderValues;
  readonly host: HeaderValues;
  /** `Last-Event-ID`: the token of the event after which a subscription goes on. */
  readonly lastEventId: HeaderValues;
  readonly contentType: HeaderValues;
  readonly contentEncoding: HeaderValues;
  /** `Idempotency-Key`: the caller's own name for what it wants done once. */
  readonly idempotencyKey?: HeaderValues;
  /** `X-Request-ID`: the caller's own name for the request. */
  readonly requestId?: HeaderValues;
  /** Null when it was longer than a body may be. */
  readonly body: Uint8Array | null;
  /** For the ledger's sidecar only. */
  readonly networkAddress: string;
  /** Aborted when the caller goes away. */
  readonly signal: Cut;
  /** Hears when the connection has no more to do with the request, answered or not. */
  whenOver(listener: () => void): void;
}

/** What goes back: a body that was recorded before it left, with its status. */
export interface GatewayResponse {
  readonly status: number;
  /** A well-formed request that could not be executed: GraphQL over HTTP answers it with 200 to a client of `application/json`. */
  readonly requestError: boolean;
  /** What its status wants said beside it. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** One whose body is still to be read. */
export interface TextResponse extends GatewayResponse {
  readonly body: string;
}

/** The body as text. */
export const textOf = ({ body }: GatewayResponse): string =>
  typeof body === 'string' ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8');

/**
 * The value of a header that is no list (RFC 9110 section 5.3). Sent twice, one party on the way may have believed the first and we
 * the second, so neither counts.
 */
export function singleValue(
  name: string,
  values: HeaderValues,
  code: 'INPUT_INVALID' | 'TOKEN_MALFORMED' = 'INPUT_INVALID',
): string | undefined {
  if (values.length > 1) throw new HeaderError(name, `header \`${name}\` is sent ${values.length} times`, code);
  return values[0];
}
