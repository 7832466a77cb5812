import type { AnswerText } from '@chancery/ledger/said/commit-answer';
import type { Receipt } from '@chancery/shared/brands';
import type { GatewayResponse, TextResponse } from '../receive/request.js';
import type { Refused } from '../record/outcome.js';
import { type AnswerBytes, extensionsAfter } from './answer-bytes.js';
import { refusal } from './refusal.js';

/** The answer to a refused request that is on the ledger. */
export const respondRefused = ({ error, reached }: Refused, receipt: Receipt): TextResponse =>
  refusal(error, { audit: { receipt } }, reached.isExecuting);

/**
 * The answer to a request that is on the ledger, of the text that its entry commits to; only `audit` differs between equal requests. Of an
 * event, `resume` is what its subscriber comes back with.
 */
export function respondAnswered(
  { answered, told }: AnswerText,
  receipt: Receipt,
  resume: string | null = null,
): TextResponse {
  const audit = { receipt, ...(resume === null ? {} : { resume }) };
  return { ...ANSWERED, body: `${answered.slice(0, -1)}${extensionsAfter(told, audit)}` };
}

/** The same in bytes. */
export const respondInBytes = (text: AnswerBytes, receipt: Receipt): GatewayResponse => ({
  ...ANSWERED,
  body: text.ended(receipt),
});

const ANSWERED = { status: 200, requestError: false, headers: {} };
