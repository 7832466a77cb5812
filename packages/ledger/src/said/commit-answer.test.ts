import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { type AnswerText, answerDigest } from './commit-answer.js';

const TEXT: AnswerText = { answered: '{"data":{"city":"Zürich"}}', told: '{"banner":{"text":"X"}}' };
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('base64url');

describe('the digest of an answer', () => {
  it('is what its description says, of the bytes of UTF-8', () => {
    expect(answerDigest(TEXT)).toBe(sha256(sha256(TEXT.answered) + sha256(TEXT.told)));
  });

  it('is another when either text is, or when a byte goes from one to the other', () => {
    const others: AnswerText[] = [
      { ...TEXT, answered: `${TEXT.answered} ` },
      { ...TEXT, told: '{"banner":{"text":"Y"}}' },
      { answered: TEXT.told, told: TEXT.answered },
      { answered: TEXT.answered + TEXT.told, told: '' },
    ];
    expect(new Set([TEXT, ...others].map(answerDigest)).size).toBe(5);
  });
});
