import { ClientError } from '@chancery/shared/errors';
import { type DocumentNode, GraphQLError, parse } from 'graphql';
import { z } from 'zod';

export interface ParsedRequest {
  readonly text: string;
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

const bodySchema = z.object({
  query: z.string(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  extensions: z.record(z.string(), z.unknown()).nullish(),
});

export const DOCUMENT_TOKENS_MAX = 2_000;

/** Reads the HTTP body into a document. Throws REQUEST_MALFORMED, DOCUMENT_INVALID or LIMIT_EXCEEDED. */
export function parseRequest(body: Uint8Array, contentType: string | undefined): ParsedRequest {
  if (!/^application\/json\s*(;|$)/i.test(contentType ?? '')) {
    throw new ClientError('REQUEST_MALFORMED', 'the content type must be `application/json`');
  }
  const request = bodySchema.safeParse(parseJson(body));
  if (!request.success)
    throw new ClientError('REQUEST_MALFORMED', `the body is no GraphQL request: ${issueOf(request.error)}`);
  const { query, operationName, variables } = request.data;
  return {
    text: query,
    document: parseDocument(query),
    operationName: operationName ?? null,
    variables: variables ?? {},
  };
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new ClientError('REQUEST_MALFORMED', 'the body is not JSON in UTF-8');
  }
}

function parseDocument(text: string): DocumentNode {
  try {
    return parse(text, { maxTokens: DOCUMENT_TOKENS_MAX });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    if (error.message.endsWith('tokens. Parsing aborted.')) {
      throw new ClientError('LIMIT_EXCEEDED', `the document has more than ${DOCUMENT_TOKENS_MAX} tokens`);
    }
    throw new ClientError('DOCUMENT_INVALID', error.message);
  }
}

function issueOf(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue ? `\`${issue.path.join('.')}\` ${issue.message.toLowerCase()}` : 'unreadable';
}
