import { ClientError, ERRORS, InternalError } from '@chancery/shared/errors';
import { type Batch, parseEvaluation } from './access-request.js';
import { type AccessAnswering, type Evaluated, evaluate } from './evaluate.js';

/** Answers several questions in their order, as far as their semantic goes (7.1.2). One that is wrong is a denial by itself (7.2.1). */
export async function evaluateBatch(
  { evaluations, semantic }: Batch,
  answering: AccessAnswering,
): Promise<readonly Evaluated[]> {
  const evaluated: Evaluated[] = [];
  for (const question of evaluations) {
    const outcome = await evaluateOne(question, answering);
    evaluated.push(outcome);
    if (semantic === 'deny_on_first_deny' && !outcome.decision) break;
    if (semantic === 'permit_on_first_permit' && outcome.decision) break;
  }
  return evaluated;
}

async function evaluateOne(question: unknown, answering: AccessAnswering): Promise<Evaluated> {
  try {
    return await evaluate(parseEvaluation(question), answering);
  } catch (error) {
    if (!(error instanceof ClientError) && !(error instanceof InternalError)) throw error;
    const { status, code } = error;
    // What went wrong with us is told by the text of its code.
    const message = error instanceof ClientError ? error.message : ERRORS[code].text;
    return { decision: false, told: { error: { status, code, message } } };
  }
}
