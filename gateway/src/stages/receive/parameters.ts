import { ClientError } from '@chancery/shared/errors';
import { digestIn, listedDigestOf } from '@chancery/shared/subjects/listed-operations';
import { z } from 'zod';
import { clauseOf } from './clause.js';

/** What becomes of the places around an error (draft of the GraphQL specification, "error behavior"). */
const ON_ERROR = ['PROPAGATE', 'NULL', 'HALT'] as const;
export type OnError = (typeof ON_ERROR)[number];

/** What a GraphQL request says (GraphQL over HTTP section 5), whichever method it came by. */
export interface Parameters {
  /** Null when a digest came in its place. */
  readonly text: string | null;
  /** SHA-256 of the document, hex digits, where the request names it so. */
  readonly digest: string | null;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  /** `extensions.basis`: on what basis each value stands in the answer is told too. */
  readonly tellsBasis: boolean;
  /** PROPAGATE unless the request says otherwise. */
  readonly onError: OnError;
  /** `extensions.resume`: the token of the event after which a subscription goes on. */
  readonly resume: string | null;
}

const map = z.record(z.string(), z.unknown()).nullish();

const shape = z.object({
  query: z.string().nullish(),
  documentId: z.string().nullish(),
  operationName: z.string().nullish(),
  variables: map,
  extensions: map,
  onError: z.enum(ON_ERROR).nullish(),
});

/** Extension of automatic persisted queries, by which Apollo Client and others name a document. */
const persistedQuery = z.object({ version: z.literal(1), sha256Hash: z.string().regex(/^[0-9a-f]{64}$/) });

/** Reads the parameters of a request. Throws REQUEST_MALFORMED. */
export function parseParameters(value: unknown): Parameters {
  const read = shape.safeParse(value);
  if (!read.success) throw malformed(complaintOf(read.error));
  const { query, documentId, operationName, variables, extensions, onError } = read.data;
  const text = query ?? null;
  const digest = digestOf(documentId ?? null, extensions?.persistedQuery);
  if (text === null && digest === null) throw malformed('`query` is missing');
  // Believed unread, a digest would let one document be sent under the name of another.
  if (text !== null && digest !== null && digest !== listedDigestOf(text)) {
    throw malformed('the digest is not that of `query`');
  }
  return {
    text,
    digest,
    // Some editors send an empty name for none.
    operationName: operationName || null,
    variables: variables ?? {},
    tellsBasis: extensions?.basis === true,
    onError: onError ?? 'PROPAGATE',
    resume: resumeIn(extensions?.resume),
  };
}

function resumeIn(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : fail('`extensions.resume` is no text');
}

function digestOf(documentId: string | null, persisted: unknown): string | null {
  if (documentId !== null) return digestIn(documentId) ?? fail('`documentId` is not `sha256:` and 64 hex digits');
  if (persisted === undefined || persisted === null) return null;
  const read = persistedQuery.safeParse(persisted);
  return read.success
    ? read.data.sha256Hash
    : fail('`extensions.persistedQuery` is not version 1 with a `sha256Hash` of 64 hex digits');
}

/** What is wrong with a request that is not GraphQL over HTTP. */
export const malformed = (complaint: string): ClientError =>
  new ClientError('REQUEST_MALFORMED', `this is no GraphQL request: ${complaint}`);

const fail = (complaint: string): never => {
  throw malformed(complaint);
};

function complaintOf(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue === undefined) return 'unreadable';
  return issue.path.length === 0 ? 'it is no object' : `\`${issue.path.join('.')}\` ${clauseOf(issue.message)}`;
}
