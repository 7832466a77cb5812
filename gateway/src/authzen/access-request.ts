import { ClientError } from '@chancery/shared/errors';
import { z } from 'zod';
import { ACCESS } from '../stages/limit/limits.js';
import { clauseOf } from '../stages/receive/clause.js';

/** What is asked in AuthZEN's Authorization API 1.0 (final, January 2026), sections 5 to 8. What it does not name is let be. */
const properties = z.record(z.string(), z.unknown());
const entity = z.object({ type: z.string(), id: z.string(), properties: properties.optional() });
const action = z.object({ name: z.string(), properties: properties.optional() });
const context = properties;
const kind = z.object({ type: z.string(), properties: properties.optional() });
const page = z.object({ token: z.string().optional(), limit: z.int().positive().optional() });

const evaluation = z.object({ subject: entity, action, resource: entity, context: context.optional() });
const batch = z.object({
  evaluations: z.array(z.record(z.string(), z.unknown())).optional(),
  options: z.object({ evaluations_semantic: z.string().optional() }).optional(),
});
const subjectSearch = z.object({
  subject: kind,
  action,
  resource: entity,
  context: context.optional(),
  page: page.optional(),
});
const resourceSearch = z.object({
  subject: entity,
  action,
  resource: kind,
  context: context.optional(),
  page: page.optional(),
});
const actionSearch = z.object({
  subject: entity,
  resource: entity,
  context: context.optional(),
  page: page.optional(),
});

/** One question: may a subject do something with a resource. */
export type Evaluation = z.infer<typeof evaluation>;
export type Entity = z.infer<typeof entity>;
export type Action = z.infer<typeof action>;
export type SubjectSearch = z.infer<typeof subjectSearch>;
export type ResourceSearch = z.infer<typeof resourceSearch>;
export type ActionSearch = z.infer<typeof actionSearch>;
export type Page = z.infer<typeof page>;

/** How far several questions are answered (7.1.2). */
const SEMANTICS = ['execute_all', 'deny_on_first_deny', 'permit_on_first_permit'] as const;
export type Semantic = (typeof SEMANTICS)[number];

/** Several questions, each not yet read: one that is wrong is answered by itself. */
export interface Batch {
  readonly evaluations: readonly unknown[];
  readonly semantic: Semantic;
}

/** Reads one question. Throws INPUT_INVALID. */
export const parseEvaluation = (value: unknown): Evaluation => parsed(evaluation, value);
export const parseSubjectSearch = (value: unknown): SubjectSearch => parsed(subjectSearch, value);
export const parseResourceSearch = (value: unknown): ResourceSearch => parsed(resourceSearch, value);
export const parseActionSearch = (value: unknown): ActionSearch => parsed(actionSearch, value);

/** Reads several questions; null when it is one after all (7.1). Throws INPUT_INVALID or LIMIT_EXCEEDED. */
export function parseBatch(value: unknown): Batch | null {
  const { evaluations = [], options } = parsed(batch, value);
  const named = options?.evaluations_semantic ?? 'execute_all';
  const semantic = SEMANTICS.find((known) => known === named);
  if (semantic === undefined) throw invalid('options.evaluations_semantic', `is none of ${SEMANTICS.join(', ')}`);
  if (evaluations.length === 0) return null;
  if (evaluations.length > ACCESS.evaluationsMax) {
    throw new ClientError('LIMIT_EXCEEDED', `a request has at most ${ACCESS.evaluationsMax} evaluations`);
  }
  return { evaluations: evaluations.map((each) => withDefaults(each, Object(value))), semantic };
}

const DEFAULTED = ['subject', 'action', 'resource', 'context'] as const;
const REQUIRED = ['type', 'id', 'name'] as const;

/** What stands at the top counts where an evaluation says nothing, and for what an entity of its own leaves out of what it must say (7.1.1). */
function withDefaults(own: Readonly<Record<string, unknown>>, top: Readonly<Record<string, unknown>>): unknown {
  const merged = DEFAULTED.map((member): [string, unknown] => {
    const [mine, default_] = [own[member], top[member]];
    if (mine === undefined) return [member, default_];
    if (member === 'context' || !isObject(mine) || !isObject(default_)) return [member, mine];
    const missing = REQUIRED.filter((name) => mine[name] === undefined && default_[name] !== undefined);
    return [member, { ...mine, ...Object.fromEntries(missing.map((name) => [name, default_[name]])) }];
  });
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed<Shape extends z.ZodType>(shape: Shape, value: unknown): z.infer<Shape> {
  const read = shape.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw invalid(issue?.path.join('.') ?? '', clauseOf(issue?.message ?? 'is unreadable'));
}

/** What is wrong with a request, in its own words. */
export const invalid = (path: string, complaint: string): ClientError =>
  new ClientError('INPUT_INVALID', `${path === '' ? 'the body' : `\`${path}\``}: ${complaint}`, path);
