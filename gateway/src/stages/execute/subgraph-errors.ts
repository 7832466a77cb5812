import type { ErrorCode } from '@chancery/shared/errors';
import type { Action } from '@chancery/shared/vocabulary';
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
const RULES_MAX = 20;
const INTERNAL: Failure = { code: 'INTERNAL', message: null };

/** What a command may be refused with: constant texts, for what is hidden must not differ from what is not there. */
const COMMAND_CODES: ReadonlySet<unknown> = new Set<ErrorCode>([
  'WRITE_DENIED',
  'NOT_FOUND',
  'CONFLICT',
  'TRANSITION_INVALID',
  'UNFINISHED',
  'IDEMPOTENCY_KEY_REUSED',
  'OUTCOME_UNKNOWN',
]);
/** A place in an input: names of fields, and nothing else. */
const INPUT_PATH = /^input(\.[A-Za-z][A-Za-z0-9]{0,63}){0,8}$/;
const isCommandCode = (code: unknown): code is ErrorCode => COMMAND_CODES.has(code);

const errorSchema = z.object({
  message: z.string(),
  path: z.array(z.union([z.string(), z.int().nonnegative()])).nullish(),
  extensions: z.object({ code: z.unknown(), argument: z.unknown(), rules: z.unknown() }).partial().nullish(),
});

/** Reads the errors of one answer. More than anyone would read are one error for all that was asked. */
export function readSubgraphErrors(errors: readonly unknown[], action: Action): readonly SubgraphError[] {
  if (errors.length > ERRORS_MAX) return [{ failure: INTERNAL, path: [] }];
  return errors.map((error) => readSubgraphError(error, action));
}

/** Only INPUT_INVALID keeps its words, for they are the caller's own; any other text may name what is hidden. */
function readSubgraphError(error: unknown, action: Action): SubgraphError {
  const parsed = errorSchema.safeParse(error);
  if (!parsed.success) return { failure: INTERNAL, path: [] };
  const { message, path, extensions } = parsed.data;
  const code = extensions?.code;
  const argument =
    typeof extensions?.argument === 'string' ? { argument: extensions.argument.slice(0, MESSAGE_MAX) } : {};
  if (code === 'INPUT_INVALID') {
    return { failure: { code, message: message.slice(0, MESSAGE_MAX), ...argument }, path: path ?? [] };
  }
  // Its database is away: as if it were itself. Of a command that says nothing of what became of it.
  if (action === 'read' && code === 'SUBGRAPH_UNREACHABLE')
    return { failure: { code, message: null }, path: path ?? [] };
  if (action === 'write' && isCommandCode(code)) {
    const rules = code === 'WRITE_DENIED' ? { rules: rulesOf(extensions?.rules) } : {};
    const where = INPUT_PATH.test(argument.argument ?? '') ? argument : {};
    return { failure: { code, message: null, ...where, ...rules }, path: path ?? [] };
  }
  return { failure: INTERNAL, path: path ?? [] };
}

const rulesOf = (told: unknown): readonly string[] =>
  Array.isArray(told) ? told.filter((rule) => typeof rule === 'string').slice(0, RULES_MAX) : [];

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
