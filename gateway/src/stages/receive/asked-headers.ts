import type { IncomingMessage } from 'node:http';
import type { GatewayRequest, HeaderValues } from './request.js';

/** The headers that a request is read by. */
export type AskedHeaders = Required<
  Pick<
    GatewayRequest,
    | 'authorization'
    | 'purpose'
    | 'caseId'
    | 'reason'
    | 'snapshotAtLeast'
    | 'traceparent'
    | 'origin'
    | 'host'
    | 'lastEventId'
    | 'contentType'
    | 'contentEncoding'
    | 'idempotencyKey'
    | 'requestId'
  >
>;

const MEMBERS: ReadonlyMap<string, keyof AskedHeaders> = new Map([
  ['authorization', 'authorization'],
  ['chancery-purpose', 'purpose'],
  ['chancery-case', 'caseId'],
  ['chancery-reason', 'reason'],
  ['chancery-snapshot-at-least', 'snapshotAtLeast'],
  ['traceparent', 'traceparent'],
  ['origin', 'origin'],
  ['host', 'host'],
  ['last-event-id', 'lastEventId'],
  ['content-type', 'contentType'],
  ['content-encoding', 'contentEncoding'],
  ['idempotency-key', 'idempotencyKey'],
  ['x-request-id', 'requestId'],
]);

const NONE: HeaderValues = [];

/** All values of each, in the order in which they were sent; found in one pass, for each request is read so. */
export function askedHeaders({ rawHeaders }: Pick<IncomingMessage, 'rawHeaders'>): AskedHeaders {
  const asked: { -readonly [K in keyof AskedHeaders]: HeaderValues } = {
    authorization: NONE,
    purpose: NONE,
    caseId: NONE,
    reason: NONE,
    snapshotAtLeast: NONE,
    traceparent: NONE,
    origin: NONE,
    host: NONE,
    lastEventId: NONE,
    contentType: NONE,
    contentEncoding: NONE,
    idempotencyKey: NONE,
    requestId: NONE,
  };
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const member = MEMBERS.get(rawHeaders[at]?.toLowerCase() ?? '');
    if (member !== undefined) asked[member] = [...asked[member], rawHeaders[at + 1] ?? ''];
  }
  return asked;
}
