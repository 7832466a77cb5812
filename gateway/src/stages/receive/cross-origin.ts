import type { VerifiedToken } from '@chancery/shared/subjects/verify-token';
import type { GatewayRequest } from './request.js';

type Headers = Readonly<Record<string, string>>;

/** What an answer depends on beside its target; nothing keeps it, but a proxy might be told to. */
export const VARY = 'accept, accept-encoding, authorization, origin';

const REQUEST_HEADERS =
  'authorization, content-type, chancery-purpose, chancery-case, chancery-reason, chancery-snapshot-at-least, last-event-id, traceparent';
/** Seconds. */
const PREFLIGHT_HOLDS = '600';

/** What lets the page of an origin read the answer: only when the token's own agreement lists it. */
export function originHeaders(
  { origin: [origin] }: Pick<GatewayRequest, 'origin'>,
  token: VerifiedToken | null,
): Headers {
  if (origin === undefined || token?.origins.has(origin) !== true) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-expose-headers': 'chancery-receipt, retry-after, www-authenticate',
  };
}

/** The answer to a preflight (Fetch, "CORS-preflight request"), which has no token: for an origin that some agreement lists. */
export function preflightHeaders(
  origin: string | undefined,
  methods: string,
  listsOrigin: (origin: string) => boolean,
): Headers {
  if (origin === undefined || !listsOrigin(origin)) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-methods': methods,
    'access-control-allow-headers': REQUEST_HEADERS,
    'access-control-max-age': PREFLIGHT_HOLDS,
  };
}
