import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RESUME_TOLD_MAX, ResumeSeal } from './resume-token.js';

const KEY = randomBytes(32);
const seal = new ResumeSeal(KEY, 'incidents');
const point = fc.record({
  positions: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
  at: fc.integer({ min: 0, max: 4_000_000_000_000 }),
  told: fc.array(fc.stringMatching(/^[A-Za-z0-9_-]{12}$/), { maxLength: 300 }),
});

describe('a resume token', () => {
  it('is opened by every replica for whom it was sealed, with what was told last', () => {
    fc.assert(
      fc.property(point, fc.string(), (given, bound) => {
        const opened = new ResumeSeal(KEY, 'incidents').open(seal.seal(given, bound), bound);
        expect(opened).toEqual({ ...given, told: given.told.slice(-RESUME_TOLD_MAX) });
      }),
    );
  });

  it('is as long whatever it holds, and never the same twice', () => {
    fc.assert(
      fc.property(point, point, (one, other) => {
        expect(seal.seal(one, 'x')).toHaveLength(seal.seal(other, 'x').length);
        expect(seal.seal(one, 'x')).not.toBe(seal.seal(one, 'x'));
      }),
    );
  });

  it('is nothing to another subject or operation, another service, another key, or when one character of it is changed', () => {
    const given = { positions: [4711, 17], at: 1_790_000_000_000, told: ['abcdefghijkl'] };
    const token = seal.seal(given, 'mine');

    expect(seal.open(token, 'theirs')).toBeNull();
    expect(new ResumeSeal(KEY, 'intel').open(token, 'mine')).toBeNull();
    expect(new ResumeSeal(randomBytes(32), 'incidents').open(token, 'mine')).toBeNull();
    for (let at = 0; at < token.length; at += 7) {
      const changed = `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
      expect(seal.open(changed, 'mine')).toBeNull();
    }
    for (const none of ['', 'x', token.slice(1), `${token}A`, 'é'.repeat(token.length)]) {
      expect(seal.open(none, 'mine')).toBeNull();
    }
  });
});
