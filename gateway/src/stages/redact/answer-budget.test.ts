import { describe, expect, it } from '@jest/globals';
import { answer, HIDE, withhold } from '../../testkit/redaction-fixture.js';
import { ANSWER } from '../limit/limits.js';
import { AnswerBudget } from './answer-budget.js';

const aliases = (count: number, field = 'name'): string =>
  Array.from({ length: count }, (_, i) => `a${i}: ${field}`).join(' ');
const rows = (count: number, name: string, handling = 1) =>
  Array.from({ length: count }, (_, i) => ({ node: { id: `${i}`, handling, name }, cursor: 'c' }));
const page = (...edges: object[]) => ({ posts: { edges } });
const EXCEEDED = expect.objectContaining({ code: 'LIMIT_EXCEEDED' });

describe('an answer', () => {
  it('that holds more values than may be is not made', () => {
    const text = `{ posts { edges { node { ${aliases(500)} } } } }`;
    expect(() => answer(text, page(...rows(90, 'x')))).not.toThrow();
    expect(() => answer(text, page(...rows(110, 'x')))).toThrow(EXCEEDED);
  });

  it('that holds more bytes than may be is not made, whatever they are bytes of', () => {
    const name = 'é'.repeat(1_000);
    const text = `{ posts { edges { node { ${aliases(100)} } } } }`;
    expect(() => answer(text, page(...rows(20, name)))).not.toThrow();
    expect(() => answer(text, page(...rows(22, name)))).toThrow(EXCEEDED);

    const long = `{ posts { edges { node { ${'k'.repeat(50_000)}: name } } } }`;
    expect(() => answer(long, page(...rows(80, 'x')))).not.toThrow();
    expect(() => answer(long, page(...rows(90, 'x')))).toThrow(EXCEEDED);
    expect(() =>
      answer('{ post { hazards } }', { post: { id: '1', handling: 1, hazards: Array(60_000).fill('x') } }),
    ).toThrow(EXCEEDED);
  });

  it('that would tell of withheld values at longer paths than may be is not made', () => {
    const text = (length: number) => `{ ${'p'.repeat(length)}: posts { edges { node { ${aliases(100)} } } } }`;
    const denials = { 'Post.name': withhold('INVIOLABILITY', 'VCDR-22-1') };
    expect(() => answer(text(1_000), page(...rows(2, 'x')), { denials })).not.toThrow();
    expect(() => answer(text(50_000), page(...rows(2, 'x')), { denials })).toThrow(EXCEEDED);
  });

  it('that was made by introspection is counted to its last value', () => {
    const types = (count: number) => ({ types: Array.from({ length: count }, () => ({ name: 'T' })) });
    expect(() => new AnswerBudget(ANSWER).spendIntrospected(types(90_000))).not.toThrow();
    expect(() => new AnswerBudget(ANSWER).spendIntrospected(types(101_000))).toThrow(EXCEEDED);
  });

  it('costs nothing for rows that it must not know, however many they are', () => {
    const text = `{ posts { edges { node { ${aliases(400)} } cursor } } }`;
    const shown = rows(50, 'x');
    const hidden = rows(500, 'x'.repeat(10_000), 3);
    const answerMax = { ...ANSWER, valuesMax: 50 * 403 + 60 };
    const asked = { denials: { 'EXISTENCE @ 3': HIDE }, context: { answerMax } };
    expect(answer(text, page(...shown, ...hidden), asked).json).toBe(answer(text, page(...shown), asked).json);
    expect(() => answer(text, page(...rows(51, 'x')), asked)).toThrow(EXCEEDED);
  });
});
