import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GraphQLFormattedError } from 'graphql';
import { z } from 'zod';
import { ClientError } from '../../errors.js';
import { valuesOf } from '../../http/read-body.js';
import { readText } from '../../http/read-text.js';
import { type SeenRecord, seenShape } from '../reading/seen-record.js';
import { type SightQuestion, sightShape } from '../visibility/sight-question.js';

/** Bytes that a call of the gateway may have. */
export const BODY_BYTES_MAX = 1024 * 1024;

/** Parses the body of a call. */
export function parseBody(body: Uint8Array): unknown {
  try {
    return JSON.parse(readText(body)) as unknown;
  } catch {
    throw new ClientError('REQUEST_MALFORMED', 'body is not JSON');
  }
}

const eventShape = z.object({ extensions: z.object({ event: z.string().max(64) }) });

/** The record of the event that a call is answered for: the gateway names it beside the operation; null when it names none. */
export function eventOf(body: unknown): string | null {
  const read = eventShape.safeParse(body);
  return read.success ? read.data.extensions.event : null;
}

const seenBeside = z.object({ extensions: z.object({ seen: seenShape }) });

/** Records that the gateway looked at for the commands of a call; none where it says nothing, or what it says is unreadable. */
export function seenIn(body: unknown): readonly SeenRecord[] {
  const read = seenBeside.safeParse(body);
  return read.success ? read.data.extensions.seen : [];
}

const sightBeside = z.object({ extensions: z.object({ sight: sightShape.optional() }).nullish() });

/** Whose sight a call is about; null where it is about nobody's. Throws where it is unreadable: else more would be listed than is asked for. */
export function sightIn(body: unknown): SightQuestion | null {
  // Hardly any call says anything beside its operation.
  if (typeof body === 'object' && body !== null && !('extensions' in body)) return null;
  const read = sightBeside.safeParse(body);
  if (!read.success) throw new ClientError('REQUEST_MALFORMED', 'whose sight is asked about cannot be read');
  return read.data.extensions?.sight ?? null;
}

/** The one value of a header; a header sent twice is none. */
export function headerOf(request: IncomingMessage, name: string): string | undefined {
  const values = valuesOf(request, name);
  return values.length === 1 ? values[0] : undefined;
}

export function sendJson(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  });
  response.end(body);
}

export function sendError(response: ServerResponse, status: number, error: GraphQLFormattedError): void {
  // RFC 9110 section 11.6.1: a 401 says how one would authenticate.
  if (status === 401) response.setHeader('www-authenticate', 'Chancery-Context');
  sendJson(response, status, JSON.stringify({ errors: [error] }));
}
