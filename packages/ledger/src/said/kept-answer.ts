import { isReceipt, type Receipt } from '@chancery/shared/brands';
import type { AnswerText } from './commit-answer.js';

/** Bytes of an answer that is shown again: twice what the data of an answer may have. */
export const KEPT_ANSWER_BYTES_MAX = 8 * 1024 * 1024;

/** An answer as its holder kept it. */
export interface KeptAnswer {
  readonly receipt: Receipt;
  readonly text: AnswerText;
}

/**
 * Reads the body of an answer back to the text that its entry commits to: whatever a client has done to its white space, members in
 * the order in which they came give the same bytes. Throws on what is no answer with a receipt.
 */
export function readKeptAnswer(body: string): KeptAnswer {
  const { extensions, ...answered } = membersOf(JSON.parse(body));
  const { audit, ...told } = membersOf(extensions);
  const { receipt } = membersOf(audit);
  if (!isReceipt(receipt) || !Object.hasOwn(answered, 'data')) throw new RangeError('no answer that has a receipt');
  return { receipt, text: { answered: JSON.stringify(answered), told: JSON.stringify(told) } };
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new RangeError('no answer that has a receipt');
}
