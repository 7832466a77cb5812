import { answerDigest } from '@chancery/ledger/said/commit-answer';
import type { Receipt } from '@chancery/shared/brands';
import { describe, expect, it } from '@jest/globals';
import { AnswerBytes } from './answer-bytes.js';
import { respondAnswered, respondInBytes } from './respond.js';

const RECEIPT = 'pX3vAAAAAAAAAAAAAAAAAA' as Receipt;
const told = '{"banner":{"text":"É"},"withheld":[]}';

describe('an answer in bytes', () => {
  it.each([
    ['of ASCII', 'Berlin'],
    ['of a few other letters', 'Zürich'],
    ['of letters that take more room than there is', '本'.repeat(2_000)],
    ['of a letter of two units', '𝄞'],
  ])('%s has the body and the digest that it has as text', (_, city) => {
    const text = { answered: JSON.stringify({ data: { city } }), told };
    const [before, after] = [text.answered.slice(0, 9), text.answered.slice(9)];
    const bytes = new AnswerBytes([before, '', after], told);

    expect(answerDigest(bytes)).toBe(answerDigest(text));
    const { body, ...rest } = respondInBytes(bytes, RECEIPT);
    const whole = respondAnswered(text, RECEIPT);
    expect(Buffer.from(body).toString('utf8')).toBe(whole.body);
    expect({ ...rest, body: whole.body }).toEqual(whole);
  });
});
