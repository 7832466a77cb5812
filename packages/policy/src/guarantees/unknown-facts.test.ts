import { ACT_KINDS } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createPolicyEngine } from '../engine.js';
import { type CaseRequest, decideCase } from '../testkit/case-file.js';
import { seededSource } from '../testkit/random.js';
import { randomLaw, type Topic } from '../testkit/random-request.js';
import { anyRequest } from '../testkit/varied-case.js';

const engine = createPolicyEngine();
const seed = fc.nat({ max: 2 ** 31 });
const topicOf = ({ category, subject }: CaseRequest): Topic => ({
  category,
  represents: subject.represents,
  acts: ACT_KINDS,
});
const allows = (request: CaseRequest): boolean => decideCase(engine, request).effect === 'allow';

describe('UNKNOWN facts', () => {
  it('open nothing under a stale snapshot that any facts and acts would close', () => {
    let opened = 0;
    fc.assert(
      fc.property(seed, seed, (asked, law) => {
        const request = anyRequest(seededSource(asked), asked);
        if (!allows({ ...request, stale: true })) return;
        opened += 1;
        const other = randomLaw(seededSource(law), topicOf(request));
        expect(allows({ ...request, ...other, stale: false })).toBe(true);
      }),
      { numRuns: 1500, seed: 24 },
    );

    // A law over requests that all close would hold of anything.
    expect(opened).toBeGreaterThan(100);
  });

  it('open nothing where facts are missing that any facts would close', () => {
    let opened = 0;
    fc.assert(
      fc.property(seed, seed, (asked, law) => {
        const request = { ...anyRequest(seededSource(asked), asked), stale: false };
        if (!allows({ ...request, facts: [] })) return;
        opened += 1;
        const { facts } = randomLaw(seededSource(law), topicOf(request));
        expect(allows({ ...request, facts })).toBe(true);
      }),
      { numRuns: 1500, seed: 33 },
    );

    expect(opened).toBeGreaterThan(100);
  });

  it('turn an answer only from open to ACTS_STALE, and leave every other reason as it was', () => {
    fc.assert(
      fc.property(seed, (asked) => {
        const request = { ...anyRequest(seededSource(asked), asked), stale: false };
        const known = decideCase(engine, request);
        const stale = decideCase(engine, { ...request, stale: true });
        const same = stale.effect === known.effect && stale.code === known.code;
        expect(same || (known.effect === 'allow' && stale.code === 'ACTS_STALE')).toBe(true);
      }),
      { numRuns: 1500, seed: 31 },
    );
  });

  it('never open a kind of data that is statically closed', () => {
    let closed = 0;
    fc.assert(
      fc.property(seed, (asked) => {
        const request = anyRequest(seededSource(asked), asked);
        const { subject, purpose, caseId, category } = request;
        const profile = { subject, purpose, caseId };
        if (engine.couldOpen(profile, category)) return;
        closed += 1;
        // Whatever record is read, the answer is the one that a pruned field gives.
        expect(decideCase(engine, request)).toEqual(engine.staticDenial(profile, category));
      }),
      { numRuns: 5000, seed: 61 },
    );

    expect(closed).toBeGreaterThan(20);
  });
});
