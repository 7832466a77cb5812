import { createHash } from 'node:crypto';
import { type DocumentNode, GraphQLError, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { z } from 'zod';
import { PURPOSES, type Purpose } from '../vocabulary.js';
import { DIGEST_TEXT } from './text-shapes.js';

/** A document that an agency may send, by the SHA-256 of its bytes. */
export interface ListedOperation {
  /** Null when its digest alone is listed: then it must be sent whole. */
  readonly text: string | null;
  /** What it may be sent for, by its own description; null when that does not say. */
  readonly purpose: Purpose | null;
  /** On what it rests, in the words of its own description. */
  readonly basis: string | null;
}

export type ListedOperations = ReadonlyMap<string, ListedOperation>;

const LISTED_MAX = 500;
const TEXT_LENGTH_MAX = 20_000;
const TOKENS_MAX = 2_000;
const BASIS_LENGTH_MAX = 200;

/** With the name of the digest before it, as graphql-codegen writes it, or without, as Relay does. */
const KEY_TEXT = z.string().regex(/^(sha256:)?[0-9a-f]{64}$/, 'the SHA-256 of a document, 64 hex digits');

/** As tools write persisted documents: digest to text. */
export const listedShape = z
  .record(KEY_TEXT, z.string().max(TEXT_LENGTH_MAX).nullable())
  .refine((listed) => Object.keys(listed).length <= LISTED_MAX, `at most ${LISTED_MAX} operations`)
  .superRefine((listed, { addIssue }) => {
    for (const [digest, text] of Object.entries(listed)) {
      const fault = text === null ? null : faultOf(hexOf(digest), text);
      if (fault !== null) addIssue({ code: 'custom', path: [digest], message: fault });
    }
  });

/** Digest of a document, as it is listed: hex digits. */
export const listedDigestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Reads the digest that names a listed document, `sha256:` and hex digits; null for any other name. */
export const digestIn = (documentId: string): string | null =>
  DIGEST_TEXT.safeParse(documentId).success ? documentId.slice('sha256:'.length) : null;

/** What the list says of each document. */
export function readListed(listed: z.infer<typeof listedShape>): ListedOperations {
  return new Map(
    Object.entries(listed).map(([digest, text]) => [hexOf(digest), text === null ? UNREAD : describe(text)]),
  );
}

const hexOf = (key: string): string => key.slice(-64);

const UNREAD: ListedOperation = { text: null, purpose: null, basis: null };

function describe(text: string): ListedOperation {
  const descriptions = operationsOf(parse(text)).map(({ description }) => description?.value ?? '');
  const said = descriptions.join('\n');
  return { text, purpose: purposeIn(said), basis: lineIn(said, 'Basis') };
}

function faultOf(digest: string, text: string): string | null {
  if (listedDigestOf(text) !== digest) return 'is not the SHA-256 of its document';
  try {
    const operations = operationsOf(parse(text, { maxTokens: TOKENS_MAX }));
    // With several, what one of them says of itself would hold for the others.
    if (operations.length !== 1) return `has ${operations.length} operations: list each by itself`;
    return faultOfDescription(operations[0]?.description?.value ?? '');
  } catch (error) {
    if (error instanceof GraphQLError) return error.message;
    throw error;
  }
}

function faultOfDescription(said: string): string | null {
  const purpose = lineIn(said, 'Purpose');
  if (purpose !== null && purposeIn(said) === null) return `\`${purpose}\` is no purpose`;
  if ((lineIn(said, 'Basis') ?? '').length > BASIS_LENGTH_MAX)
    return `a basis of more than ${BASIS_LENGTH_MAX} letters`;
  return null;
}

const purposeIn = (said: string): Purpose | null =>
  PURPOSES.find((purpose) => purpose === lineIn(said, 'Purpose')) ?? null;

/** The rest of the line that begins with a word and a colon. */
function lineIn(said: string, word: string): string | null {
  return new RegExp(`^${word}:[ \\t]*(\\S.*?)[ \\t]*$`, 'm').exec(said)?.[1] ?? null;
}

const operationsOf = ({ definitions }: DocumentNode): OperationDefinitionNode[] =>
  definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
