import { describe, expect, it } from '@jest/globals';
import { evaluateCompiled } from '../compiled/evaluate.js';
import type { Question } from '../compiled/question.js';
import { createPolicyEngine } from '../engine.js';
import { decideCase } from '../testkit/case-file.js';
import { seededSource } from '../testkit/random.js';
import { anyRequest } from '../testkit/varied-case.js';
import { QuestionMemo, sameQuestion } from './question-memo.js';

function anyQuestion(): Question {
  let asked: Question | undefined;
  const engine = createPolicyEngine({
    evaluate: (category, rules, questions) => {
      [asked] = questions;
      return evaluateCompiled(category, rules, questions);
    },
  });
  decideCase(engine, anyRequest(seededSource(1), 0));
  if (asked === undefined) throw new RangeError('nothing was asked');
  return asked;
}

const question = anyQuestion();
const attributes = Object.keys(question) as (keyof Question)[];

describe('questions that are kept', () => {
  it('are the same when every attribute is, and not when any one differs', () => {
    expect(attributes.length).toBeGreaterThan(20);
    expect(sameQuestion(question, { ...question })).toBe(true);
    for (const attribute of attributes) {
      const other = { ...question, [attribute]: typeof question[attribute] === 'boolean' ? !question[attribute] : -7 };
      expect({ attribute, same: sameQuestion(question, other) }).toEqual({ attribute, same: false });
    }
  });

  it('find once what was asked twice, and never what was asked otherwise', () => {
    const memo = new QuestionMemo<number>(1_000);
    let found = 0;
    const find = () => {
      found += 1;
      return found;
    };

    expect(memo.compute('THREAT', [question], 5, find)).toBe(1);
    expect(memo.compute('THREAT', [{ ...question }], 5, find)).toBe(1);
    for (const attribute of attributes) {
      const other = { ...question, [attribute]: typeof question[attribute] === 'boolean' ? !question[attribute] : -7 };
      const before = found;
      expect(memo.compute('THREAT', [other], 5, find)).toBe(before + 1);
    }
    const before = found;
    expect(memo.compute('CASE', [question], 5, find)).toBe(before + 1);
    expect(memo.compute('THREAT', [question], 6, find)).toBe(before + 2);
    expect(memo.compute('THREAT', [question, question], 5, find)).toBe(before + 3);
    expect(memo.compute('THREAT', [], 5, find)).toBe(before + 4);
  });
});
