import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createPolicyEngine } from '../engine.js';
import { decideCase } from '../testkit/case-file.js';
import { seededSource } from '../testkit/random.js';
import { anyRequest } from '../testkit/varied-case.js';

const engine = createPolicyEngine();
/** Beyond it nothing of a request is dated. */
const AHEAD_MS = 20 * 365 * 86_400_000;

describe('a decision', () => {
  it('is the same at every instant before the one that it says it is valid until', () => {
    let ending = 0;
    let ended = 0;
    fc.assert(
      fc.property(
        fc.nat({ max: 2 ** 31 }),
        fc.nat({ max: 500 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (drawn, index, part) => {
          const request = { ...anyRequest(seededSource(drawn), index), stale: false };
          const now = Date.parse(request.now);
          const decidedAt = (instant: number) =>
            decideCase(engine, { ...request, now: new Date(instant).toISOString() });
          const { validUntil, ...said } = decidedAt(now);
          expect(validUntil).toBeGreaterThan(now);
          const end = Math.min(validUntil, now + AHEAD_MS);
          for (const instant of [Math.floor(now + (end - 1 - now) * part), end - 1]) {
            expect(decidedAt(instant)).toMatchObject(said);
          }
          if (validUntil > now + AHEAD_MS) return;
          ending += 1;
          if (JSON.stringify({ ...decidedAt(validUntil), validUntil }) !== JSON.stringify({ ...said, validUntil }))
            ended += 1;
        },
      ),
      { numRuns: 500 },
    );
    // Of decisions that never end, or of ends at which nothing changes, it would say nothing.
    expect(ending).toBeGreaterThan(50);
    expect(ended).toBeGreaterThan(20);
  });
});
