import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { CATEGORIES, PURPOSES } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createPolicyEngine } from '../engine.js';
import { POLICIES } from '../generated/policies.js';
import { decideCase } from '../testkit/case-file.js';
import { seededSource } from '../testkit/random.js';
import { factOf, NOON, profileOf } from '../testkit/scenario.js';
import { anyRequest } from '../testkit/varied-case.js';

const engine = createPolicyEngine();
const READS: Readonly<Record<string, string>> = {
  EXISTENCE: 'CHY-EXIST',
  PUBLIC_FACT: 'CHY-PUB',
  INCIDENT_FACT: 'CHY-PUB',
  LEGAL_ACT: 'CHY-OVS',
  AUDIT: 'CHY-OVS',
};

/** Requests of every kind of agency, put by an oversight body of its State instead. */
function requestOf(seed: number) {
  const random = seededSource(seed);
  const request = anyRequest(random, seed % 500);
  return {
    ...request,
    subject: { ...request.subject, kind: 'OVERSIGHT' as const },
    purpose: random.pick([request.purpose, ...PURPOSES]),
  };
}

describe('an oversight body', () => {
  it('reads by its own rule and public facts alone, whatever the record, the grounds and the acts', () => {
    let opened = 0;
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 31 }), (seed) => {
        const request = requestOf(seed);
        const { effect, citations } = decideCase(engine, request);
        if (effect !== 'allow') return;
        opened += 1;
        expect(citations.map(({ rule }) => rule)).toContain(READS[request.category]);
      }),
      { numRuns: 4000, seed: 11 },
    );

    expect(opened).toBeGreaterThan(40);
  });

  it('is barred by a forbid from every other kind of data, so that a permit made later opens nothing', () => {
    const everything = POLICIES.map((policy) =>
      policy.effect === 'permit' ? { ...policy, couldHold: () => true, holds: () => true } : policy,
    );
    const lavish = createPolicyEngine({ policies: everything });
    const inspectorate = profileOf('USA.inspectorate', 'OVERSIGHT', 'OVERSIGHT');
    const record = parseHandling('l=-;rel=*;nat=*;pur=*;own=USA.inspectorate;m=Q1;t=public');
    const view = viewOf(sealSnapshot({ number: 1, facts: [factOf('Q1')], acts: [] }), false);
    for (const category of CATEGORIES.filter((each) => READS[each] === undefined)) {
      const decided = lavish.decide(inspectorate, category, record, 'read', view, NOON);
      expect({ category, effect: decided.effect }).not.toEqual({ category, effect: 'allow' });
    }
  });
});
