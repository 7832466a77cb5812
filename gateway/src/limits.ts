import { DRAINED_BYTES_MAX } from '@chancery/shared/http/read-body';

/**
 * What one request may be, each limit once: the code reads it here, the message names it, docs/clients.md prints it.
 * GraphQL nests without bound; everything of ours that walks a caller's input walks at most this far.
 */
export const BODY_BYTES_MAX = 128 * 1024;
/** Lists and objects inside one another in the JSON of a body: variables, extensions and all. */
export const BODY_NESTING_MAX = 64;
export const DOCUMENT_TOKENS_MAX = 2_000;
/** Braces, brackets and parentheses inside one another in a document: selections, lists, objects, types. */
export const DOCUMENT_NESTING_MAX = 64;
/** The same response key in one selection set: each pair is compared in validation. */
export const REPEATS_MAX = 100;
/** Levels of fields; below the planner's own recursion limit, which it reaches by failing. */
export const DEPTH_MAX = 15;
/** Fields, fragments counted at each spread. */
export const SELECTIONS_MAX = 2_000;
/** Errors of one document that are looked for. */
export const DOCUMENT_ERRORS_MAX = 20;
/** Lists of fields or types inside one another in an introspection: the third is refused by graphql-js. */
export const INTROSPECTION_LISTS_MAX = 2;
/** Comparisons of fields with one another, after which graphql-js gives up validating. */
export const FIELD_COMPARISONS_MAX = 500_000;
/** How long the subgraphs may take together. */
export const DEADLINE_MS = 10_000;

export { DRAINED_BYTES_MAX };

/** Of the connection, in milliseconds and bytes. */
export const CONNECTION = {
  /** From the first byte of a request to the last of its head. */
  headersTimeoutMs: 5_000,
  /** From the first byte of a request to the last of its body. */
  requestTimeoutMs: 15_000,
  /** How often the two above are looked at. */
  checkedEveryMs: 1_000,
  headBytesMax: 16 * 1024,
} as const;
