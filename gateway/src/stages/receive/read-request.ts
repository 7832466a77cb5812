import { ClientError } from '@chancery/shared/errors';
import { z } from 'zod';
import { BODY_BYTES_MAX, BODY_NESTING_MAX } from '../limit/limits.js';
import { nestsDeeper } from './nesting.js';
import { type GatewayRequest, singleValue } from './request.js';

/** What the HTTP body of a GraphQL request says (GraphQL over HTTP section 5.1). */
export interface RequestBody {
  readonly text: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  /** `extensions.basis`: on what basis each value stands in the answer is told too. */
  readonly tellsBasis: boolean;
}

/** A body that is longer than may be: its status says so to whatever stands between (RFC 9110 section 15.5.14). */
export class BodyTooLongError extends ClientError {
  constructor() {
    super('LIMIT_EXCEEDED', `the body is longer than ${BODY_BYTES_MAX} bytes`);
  }

  override get status(): number {
    return 413;
  }
}

const bodyShape = z.object({
  query: z.string(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  extensions: z.record(z.string(), z.unknown()).nullish(),
});

/** Reads the HTTP body. Throws MEDIA_TYPE_UNSUPPORTED, REQUEST_MALFORMED or LIMIT_EXCEEDED. */
export function readRequest({ body, contentType, contentEncoding }: GatewayRequest): RequestBody {
  const type = singleValue('Content-Type', contentType);
  if (!/^application\/json\s*(;|$)/i.test(type ?? '')) {
    throw new ClientError('MEDIA_TYPE_UNSUPPORTED', 'the content type must be `application/json`', 'Content-Type');
  }
  if (contentEncoding.some((encoding) => !/^\s*(identity)?\s*$/i.test(encoding))) {
    throw new ClientError('MEDIA_TYPE_UNSUPPORTED', 'the body must be sent without encoding', 'Content-Encoding');
  }
  if (body === null) throw new BodyTooLongError();
  if (nestsDeeper(body, BODY_NESTING_MAX)) {
    throw new ClientError('LIMIT_EXCEEDED', `the body nests deeper than ${BODY_NESTING_MAX} levels`);
  }
  const read = bodyShape.safeParse(parseJson(body));
  if (!read.success) {
    throw new ClientError('REQUEST_MALFORMED', `the body is no GraphQL request: ${complaintOf(read.error)}`);
  }
  const { query, operationName, variables, extensions } = read.data;
  // Some editors send an empty name for none.
  return {
    text: query,
    operationName: operationName || null,
    variables: variables ?? {},
    tellsBasis: extensions?.basis === true,
  };
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new ClientError('REQUEST_MALFORMED', 'the body is not JSON in UTF-8');
  }
}

function complaintOf(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue ? `\`${issue.path.join('.')}\` ${issue.message.toLowerCase()}` : 'unreadable';
}
