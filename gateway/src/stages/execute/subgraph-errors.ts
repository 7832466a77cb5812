import { z } from 'zod';
import type { AnswerShape } from '../plan/answer-shape.js';
import type { PathKey } from './failures.js';
import type { Failure } from './fetched.js';

/** An error of a subgraph's, reduced to what may be told and where it belongs. */
export interface SubgraphError {
  readonly failure: Failure;
  /** In the subgraph's answer; empty when it names no place. */
  readonly path: readonly PathKey[];
}

const ERRORS_MAX = 1_000;
const MESSAGE_MAX = 500;
const INTERNAL: Failure = { code: 'INTERNAL', message: null };

const errorSchema = z.object({
  message: z.string(),
  path: z.array(z.union([z.string(), z.int().nonnegative()])).nullish(),
  extensions: z.object({ code: z.unknown(), argument: z.unknown() }).partial().nullish(),
});

/** Reads the errors of one answer. More than anyone would read are one error for all that was asked. */
export function readSubgraphErrors(errors: readonly unknown[]): readonly SubgraphError[] {
  return errors.length > ERRORS_MAX ? [{ failure: INTERNAL, path: [] }] : errors.map(readSubgraphError);
}

/** Only INPUT_INVALID keeps its words, for they are the caller's own; any other text may name what is hidden. */
function readSubgraphError(error: unknown): SubgraphError {
  const parsed = errorSchema.safeParse(error);
  if (!parsed.success) return { failure: INTERNAL, path: [] };
  const { message, path, extensions } = parsed.data;
  if (extensions?.code !== 'INPUT_INVALID') return { failure: INTERNAL, path: path ?? [] };
  const argument =
    typeof extensions.argument === 'string' ? { argument: extensions.argument.slice(0, MESSAGE_MAX) } : {};
  return { failure: { code: 'INPUT_INVALID', message: message.slice(0, MESSAGE_MAX), ...argument }, path: path ?? [] };
}

/** The path in the merged data, as far as it follows what was asked: no word of a subgraph's becomes a key. */
export function canonicalPath(shape: AnswerShape, path: readonly PathKey[]): readonly PathKey[] {
  const canonical: PathKey[] = [];
  let current: AnswerShape | null = shape;
  for (const key of path) {
    if (typeof key === 'number') {
      if (canonical.length === 0) break;
      canonical.push(key);
      continue;
    }
    const field: AnswerShape['fields'][number] | undefined = current?.fields.find((known) => known.answerKey === key);
    if (!field) break;
    canonical.push(field.key);
    current = field.shape;
  }
  return canonical;
}
