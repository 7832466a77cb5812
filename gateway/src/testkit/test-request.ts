import type { GatewayRequest } from '../stages/receive/request.js';

/** A request as it comes from a client that says nothing but what it must. */
export const testRequest = (said: Partial<GatewayRequest> = {}): GatewayRequest => ({
  method: 'POST',
  isStream: false,
  lastEventId: [],
  search: '',
  authorization: [],
  purpose: [],
  caseId: [],
  reason: [],
  snapshotAtLeast: [],
  traceparent: [],
  origin: [],
  host: ['gateway'],
  contentType: ['application/json'],
  contentEncoding: [],
  body: new Uint8Array(),
  networkAddress: '',
  signal: new AbortController().signal,
  whenOver: () => undefined,
  ...said,
});
