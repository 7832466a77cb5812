import { RULE_TEXTS } from '@chancery/policy/rule-texts';
import { checkLowering } from '@chancery/policy/writes/lowering';
import { checkAnswer } from '@chancery/policy/writes/request-answer';
import { ClientError, WriteDenied } from '@chancery/shared/errors';
import type { Handling, Permissive } from '@chancery/shared/labels/label';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import type { CallContext } from '@chancery/shared/subgraph/reading/call-context';
import { checkVerdict } from '@chancery/shared/subgraph/writing/check-verdict';
import { unclear } from '@chancery/shared/subgraph/writing/derive-handling';
import { findHandlings } from '@chancery/shared/subgraph/writing/find-handlings';
import { holdAct } from '../acts/making/held-act.js';
import type { Deciding } from './decide-request.js';
import { answeredValues, type HeldRequest } from './held-request.js';
import type { AnswerRequestInput, RefuseRequestInput } from './request-input.js';

const ACTS = { prefix: 'act', table: 'legal_act', handlingColumn: 'handling_id' } as const;

/** An answer opens something or tells something, and what its giver does not see is not there; gives the handling of the act. */
export async function lookAtAnswer(context: CallContext, input: AnswerRequestInput): Promise<Handling | null> {
  const { answerAct = null, tearline = null } = input;
  if (answerAct === null && tearline === null) {
    throw new ClientError('INPUT_INVALID', '`answerAct` or `tearline` answers a request', 'input.answerAct');
  }
  const acts = await findHandlings(context, [ACTS], answerAct === null ? [] : [answerAct], 'input.answerAct');
  if (tearline !== null) seenTearline(context, tearline);
  return acts[0]?.handling ?? null;
}

/** Throws INPUT_INVALID for what no answer could cite. */
export function checkRefusal({ refusalRule }: RefuseRequestInput): null {
  if (Object.hasOwn(RULE_TEXTS, refusalRule)) return null;
  throw new ClientError('INPUT_INVALID', '`refusalRule` is the id of no rule', 'input.refusalRule');
}

/** The columns of an answer. Throws WRITE_DENIED where it answers nothing to whoever asked. */
export async function answerColumns({
  context,
  transaction,
  input,
  request,
  handling,
  act: found,
}: Deciding<AnswerRequestInput>): Promise<Readonly<Record<string, unknown>>> {
  const { answerAct = null, tearline = null, answerText = null } = input;
  const { viewer } = context;
  let until: string | null = null;
  if (answerAct !== null && found !== null) {
    const { act, status } = await holdAct(transaction, answerAct, found);
    const isOwn = act.by.represents === viewer.profile.subject.represents;
    if (status !== 'GRANTED' || !isOwn) {
      throw new WriteDenied('an answer is an act of the State that answers, in force', ['CHY-ASK']);
    }
    checkVerdict(checkAnswer(act, answeredValues(request), viewer.now));
    until = act.until;
  }
  if (tearline !== null) checkTold(context, tearline, request, handling);
  const answer = { answer_act_id: answerAct, tearline, answer_text: answerText };
  return { ...answer, closed_at: new Date(viewer.now), answer_until: until === null ? null : new Date(until) };
}

/** How a record is handled that its teller sees. Throws NOT_FOUND. */
function seenTearline({ seen }: CallContext, id: string): Handling {
  const found = seen.find((record) => record.id === id);
  if (found === undefined) throw new ClientError('NOT_FOUND', 'not found', 'input.tearline');
  return parseHandling(found.existence);
}

/** That a record exists is told by who made it, to whoever it is released to. */
function checkTold(context: CallContext, id: string, { requester }: HeldRequest, request: Handling): void {
  const told = seenTearline(context, id);
  const by = context.viewer.profile.subject;
  const { owner } = told.record;
  checkVerdict(checkLowering({ before: unclear(told.label), owner, after: request.label, by, of: null }));
  const state = requester.slice(0, requester.indexOf('.'));
  if (reaches(told.label.releasableTo, state) && reaches(told.label.nationals, state)) return;
  throw new WriteDenied('the record is kept from whoever asked', ['CHY-ASK']);
}

const reaches = (among: Permissive, state: string): boolean => among === 'ANY' || among.has(state);
