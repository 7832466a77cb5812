import type { AnswerText } from '@chancery/ledger/said/commit-answer';
import type { Receipt } from '@chancery/shared/brands';
import type { GatewayResponse } from '../receive/request.js';
import type { Refused } from '../record/outcome.js';
import { refusal } from './refusal.js';

/** The answer to a refused request that is on the ledger. */
export const respondRefused = ({ error, reached }: Refused, receipt: Receipt): GatewayResponse =>
  refusal(error, { audit: { receipt } }, reached.isExecuting);

/**
 * The answer to a request that is on the ledger, of the text that its entry commits to; only `audit` differs between equal requests. Of an
 * event, `resume` is what its subscriber comes back with.
 */
export function respondAnswered(
  { answered, told }: AnswerText,
  receipt: Receipt,
  resume: string | null = null,
): GatewayResponse {
  const audit = { receipt, ...(resume === null ? {} : { resume }) };
  // Both are objects that have members: the one is ended, and the other begun, a member earlier.
  const body = `${answered.slice(0, -1)},"extensions":{"audit":${JSON.stringify(audit)},${told.slice(1)}}`;
  return { status: 200, requestError: false, headers: {}, body };
}
