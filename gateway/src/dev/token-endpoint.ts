import type { IncomingMessage } from 'node:http';
import type { Clock } from '@chancery/shared/clock';
import { ClientError } from '@chancery/shared/errors';
import { readText } from '@chancery/shared/http/read-text';
import type { DevelopmentIssuer } from '@chancery/shared/subjects/development-issuer';
import { PERSONAS } from '@chancery/shared/subjects/personas';
import { z } from 'zod';
import type { Route, RouteResponse } from '../stages/receive/http-server.js';

const inputShape = z.strictObject({ as: z.string(), purpose: z.string().optional() });

const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8' };

/** `POST /dev/token`: a token for a persona of the demonstration. A process in production has no such route. */
export function createTokenEndpoint(issuer: DevelopmentIssuer, clock: Clock): Route {
  return (request, body) => {
    try {
      refuseStrangers(request);
      return { status: 200, headers: JSON_HEADERS, body: JSON.stringify(mintFor(parseInput(body), issuer, clock)) };
    } catch (error) {
      if (error instanceof ClientError) return refusal(error);
      throw error;
    }
  };
}

/**
 * Whoever reaches this may act for every persona. So: loopback alone, and no page of another site, whether it sends a form,
 * a script, or has its own name resolve to this machine.
 */
function refuseStrangers({ socket, headers }: IncomingMessage): void {
  if (!isLoopback(socket.remoteAddress)) throw new ClientError('NOT_FOUND', 'not found');
  const host = headers.host ?? '';
  if (!/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host)) {
    throw new ClientError('CSRF_REFUSED', `\`${host}\` is not a name of this machine`);
  }
  if (headers.origin !== undefined && headers.origin !== `http://${host}`) {
    throw new ClientError('CSRF_REFUSED', `\`${headers.origin}\` is another site`);
  }
  if (!/^application\/json *(;|$)/i.test(headers['content-type'] ?? '')) {
    throw new ClientError('CSRF_REFUSED', 'the body must be application/json');
  }
}

const isLoopback = (address: string | undefined): boolean =>
  address !== undefined && (address === '::1' || /^(::ffff:)?127\./.test(address));

function parseInput(body: Uint8Array): z.infer<typeof inputShape> {
  let value: unknown;
  try {
    value = JSON.parse(readText(body));
  } catch {
    throw new ClientError('REQUEST_MALFORMED', 'the body is not JSON');
  }
  const parsed = inputShape.safeParse(value);
  if (!parsed.success)
    throw new ClientError('INPUT_INVALID', 'the body must be `{"as": persona, "purpose"?: purpose}`');
  return parsed.data;
}

function mintFor({ as, purpose }: z.infer<typeof inputShape>, issuer: DevelopmentIssuer, clock: Clock): unknown {
  // The issuer refuses an unknown persona with the names of those there are.
  const token = issuer.mint(as, { purpose, now: clock() });
  const persona = PERSONAS.find(({ id }) => id === as);
  return { token, purposes: purpose === undefined ? persona?.purposes : [purpose], persona };
}

function refusal({ code, message, argument, status }: ClientError): RouteResponse {
  const error = { message, extensions: { code, ...(argument === undefined ? {} : { argument }) } };
  return { status, headers: JSON_HEADERS, body: JSON.stringify({ errors: [error] }) };
}
