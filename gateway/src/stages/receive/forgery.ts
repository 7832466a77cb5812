import { ClientError } from '@chancery/shared/errors';
import type { VerifiedToken } from '@chancery/shared/subjects/verify-token';
import { type GatewayRequest, singleValue } from './request.js';

/** Content types that a form of any page can send without asking (Fetch, "CORS-safelisted"); none at all is like them. */
const SIMPLE_TYPE = /^\s*(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)?\s*(;|$)/i;

/**
 * Refuses what a foreign page could have made a browser send without a preflight: a GET, or a body of a simple type, without a token in a
 * header. No cookie is read, so nothing could come of it; it is refused all the same, before anything else is looked at.
 */
export function refuseForgeable({ method, authorization, contentType }: GatewayRequest): void {
  if (authorization.length > 0) return;
  if (method === 'GET') throw new ClientError('CSRF_REFUSED', 'a GET must carry the header `Authorization`');
  if (SIMPLE_TYPE.test(contentType[0] ?? '')) {
    throw new ClientError('CSRF_REFUSED', 'a body of this content type must come with the header `Authorization`');
  }
}

/** Refuses the page of another origin that the agreement behind the token does not list: what it asks would leave, and its browser alone hide it. */
export function refuseForeignPage(request: Pick<GatewayRequest, 'origin' | 'host'>, { origins }: VerifiedToken): void {
  const origin = singleValue('Origin', request.origin);
  if (origin === undefined || origins.has(origin) || isOwnOrigin(origin, request.host[0] ?? '')) return;
  throw new ClientError('CSRF_REFUSED', 'the agreement does not list the origin of the page', 'Origin');
}

/** By host and port: whether the way to us is TLS is known to what stands before us alone. */
export const isOwnOrigin = (origin: string, host: string): boolean =>
  URL.canParse(origin) && new URL(origin).host === host;
