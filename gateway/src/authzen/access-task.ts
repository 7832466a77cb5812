import type { GatewayResponse } from '../stages/receive/request.js';

/** Ends of the names of problems that the profile defines (Error Responses), each with its status. */
const PROBLEMS = {
  not_requestable: 400,
  invalid_denial_binding: 400,
  expired_denial: 410,
  duplicate_request: 409,
  unknown_task: 404,
} as const;
export type Problem = keyof typeof PROBLEMS;

const PROBLEM_TYPE = { 'content-type': 'application/problem+json; charset=utf-8' };
const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

/** A problem in the form of RFC 9457. */
export function problem(name: Problem, detail: string, evaluation: string | null): GatewayResponse {
  const body = {
    type: `urn:openid:authzen:access-request:error:${name}`,
    status: PROBLEMS[name],
    detail,
    ...(evaluation === null ? {} : { evaluation_id: evaluation }),
  };
  return { status: PROBLEMS[name], requestError: false, headers: PROBLEM_TYPE, body: JSON.stringify(body) };
}

/** A request for information as GraphQL tells it. */
export interface ToldRequest {
  readonly id: string;
  readonly status: string;
  readonly dueAt: string | null;
  readonly closedAt: string | null;
  readonly answerAct: { readonly id: string } | null;
  readonly answerUntil: string | null;
  readonly tearline: string | null;
  readonly answerText: string | null;
  readonly refusalRule: string | null;
}

/** What is asked of a request, by commands and queries alike. */
export const TOLD_REQUEST = 'id status dueAt closedAt answerAct { id } answerUntil tearline answerText refusalRule';

/** States of a request in the words of the profile (Task Status Values); what was answered by another record than was asked for is not approved. */
const STATUSES: Readonly<Record<string, string>> = {
  FILED: 'pending',
  ROUTED: 'pending',
  UNDER_REVIEW: 'pending',
  ANSWERED: 'approved',
  REFUSED: 'denied',
  WITHDRAWN: 'cancelled',
  LAPSED: 'expired',
};

const DAY_MS = 86_400_000;

/** What came of it beside a decision, where anything did. */
function answerTo({ tearline, answerText, refusalRule }: ToldRequest): object {
  const told = { tearline, text: answerText, rule: refusalRule };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null));
}

/** A request as a task. Its result opens nothing: whoever waits for it evaluates again. */
export function taskOf(request: ToldRequest, endpoint: string, now: number): object {
  const { id, status, dueAt, closedAt, answerAct, answerUntil } = request;
  const isApproved = status === 'ANSWERED' && answerAct !== null;
  const shown = isApproved ? 'approved' : status === 'ANSWERED' ? 'denied' : (STATUSES[status] ?? 'failed');
  const told = answerTo(request);
  const task = {
    id,
    status: shown,
    status_endpoint: `${endpoint}?task=${id}`,
    ...(shown === 'pending' && dueAt !== null ? { expires_at: dueAt } : {}),
    ...(Object.keys(told).length === 0 ? {} : { display: told }),
  };
  if (!isApproved) return { task };
  const approval = {
    id: answerAct.id,
    ...(closedAt === null ? {} : { approved_at: closedAt }),
    // An act without an end is looked at again after a day: it may be revoked at any time.
    approved_until: answerUntil ?? new Date(now + DAY_MS).toISOString(),
  };
  return { task, result: { mode: 'reevaluate', approval } };
}

/** A task that was found, or that has just begun. */
export const taskTold = (status: 200 | 202, task: object): GatewayResponse => ({
  status,
  requestError: false,
  headers: JSON_TYPE,
  body: JSON.stringify(task),
});
