import { describe, expect, it } from '@jest/globals';
import { createPolicyEngine } from '../engine.js';
import { type CaseRequest, decideCase, loadCases } from '../testkit/case-file.js';
import { seededSource } from '../testkit/random.js';
import { anyRequest } from '../testkit/varied-case.js';

const engine = createPolicyEngine();
const RANDOM_REQUESTS = 9000;

const requests = [
  ...[...loadCases().values()].flat().map(({ request }) => request),
  ...Array.from({ length: RANDOM_REQUESTS }, (_, index) => anyRequest(seededSource(index), index)),
].filter(({ acts, stale }) => acts.length > 0 && !stale);

/** What somebody is told of a decision, without the acts and without the instant at which it may change. */
function told(request: CaseRequest) {
  const { effect, code, citations, obligations } = decideCase(engine, request);
  return { effect, code, rules: citations.map(({ rule }) => rule), obligations };
}

const named = ({ id, v }: { readonly id: string; readonly v: number }): string => `${id}@${v}`;

describe('the acts that a decision names', () => {
  it('are all that it rests on: without every other act it is the same, and what is withheld stays so', () => {
    let dropped = 0;
    for (const request of requests) {
      const { acts } = decideCase(engine, request);
      const relied = request.acts.filter((act) => acts.includes(named(act)));
      if (relied.length === request.acts.length) continue;
      dropped += 1;
      const others = request.acts.filter(({ kind, by }) => kind === 'MANDATE' || by.office === 'TRANSIT_NOTICE');
      // A mandate or a notice makes a role, and is named only where a rule asks for it.
      const without = told({ ...request, acts: [...new Set([...relied, ...others])] });
      const whole = told(request);
      // An act may lift one bar of the label where another stays: what stays barred rests on none.
      if (whole.effect === 'allow') expect(without).toEqual(whole);
      else expect(without.effect).toBe(whole.effect);
    }
    expect(dropped).toBeGreaterThan(500);
  });

  it('are none too many where it is withheld: without one that it names it would be another', () => {
    let needed = 0;
    for (const request of requests) {
      const { effect, acts } = decideCase(engine, request);
      if (effect === 'allow') continue;
      for (const name of acts) {
        needed += 1;
        // The same may be said by several acts at once: then all of them are behind it.
        const [kind] = request.acts.filter((act) => named(act) === name).map((act) => act.kind);
        const without = request.acts.filter((act) => act.kind !== kind);
        expect(told({ ...request, acts: without })).not.toEqual(told(request));
      }
    }
    // A law over none would hold of anything.
    expect(needed).toBeGreaterThan(3);
  });
});
