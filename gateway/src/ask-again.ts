import type { Instant } from '@chancery/shared/clock';
import { type Asking, askingOf, type Identifying, verifyCaller } from './stages/identify/identify.js';
import { chooseDocument, requireListed } from './stages/read/choose-document.js';
import type { ReadRequest } from './stages/read/read-operation.js';
import { refuseForeignPage } from './stages/receive/forgery.js';
import { readRequest } from './stages/receive/read-request.js';
import type { GatewayRequest } from './stages/receive/request.js';

/**
 * Who asks, at a later moment of what lasts longer than a request: by the same token, under the agreement and the facts that hold
 * now, in a trace of its own. Throws one of the 401 codes.
 */
export function askAgain(
  { asking }: Pick<ReadRequest, 'asking'>,
  before: Asking,
  request: GatewayRequest,
  gateway: Identifying,
  now: Instant,
): Asking {
  const token = verifyCaller(request, gateway, now);
  refuseForeignPage(request, token);
  if (token.operations !== before.token.operations) {
    requireListed(chooseDocument(readRequest(request), token.operations), asking.profile.purpose);
  }
  return { ...askingOf(token, { ...request, traceparent: [] }, gateway, now), reason: asking.reason };
}
