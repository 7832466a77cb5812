import type { Clearance } from '@chancery/shared/subjects/subject';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createPolicyEngine } from '../engine.js';
import { type CaseRequest, decideCase } from '../testkit/case-file.js';
import { seededSource } from '../testkit/random.js';
import { anyRequest } from '../testkit/varied-case.js';

const engine = createPolicyEngine();
const seed = fc.nat({ max: 2 ** 31 });
/** The same subject with less: a clearance gone or lower, or a compartment gone. */
function lowered(subject: CaseRequest['subject'], drawn: number): CaseRequest['subject'] {
  const { clearances, compartments } = subject;
  const gone = drawn % 5;
  if (gone === 0)
    return { ...subject, compartments: compartments.filter((_, index) => index !== drawn % compartments.length) };
  const rank = RANKS[drawn % RANKS.length] ?? 0;
  return {
    ...subject,
    clearances: clearances
      .filter((_, index) => gone > 1 || index !== drawn % clearances.length)
      .map((clearance): Clearance => ({ ...clearance, rank: RANKS[Math.min(clearance.rank, rank)] ?? 0 })),
  };
}

const RANKS = [0, 1, 2, 3] as const;

describe('a higher clearance', () => {
  it('closes nothing, whatever is asked by whom for what under which law', () => {
    const seen = { open: 0, opened: 0 };
    fc.assert(
      fc.property(seed, seed, (asked, drawn) => {
        const request = anyRequest(seededSource(asked), asked);
        const after = decideCase(engine, request).effect === 'allow';
        const before = decideCase(engine, { ...request, subject: lowered(request.subject, drawn) }).effect === 'allow';
        if (before) seen.open += 1;
        if (after && !before) seen.opened += 1;
        if (before) expect(after).toBe(true);
      }),
      { numRuns: 3000, seed: 7 },
    );

    // Of requests that are all closed, and of clearances that open nothing, it would say nothing.
    expect(seen.open).toBeGreaterThan(300);
    expect(seen.opened).toBeGreaterThan(10);
  });
});
