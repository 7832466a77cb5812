import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { sealSnapshot } from '@chancery/shared/snapshot/parse-snapshot';
import type { Act, Fact, SnapshotView } from '@chancery/shared/snapshot/snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import type { Profile } from '@chancery/shared/subjects/subject';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { callerCitations } from '../decide/caller-citations.js';
import { createPolicyEngine } from '../engine.js';
import { POLICIES } from '../generated/policies.js';
import type { CaseRequest } from '../testkit/case-file.js';
import { seededSource } from '../testkit/random.js';
import { randomLaw, randomRequest } from '../testkit/random-request.js';
import { explain } from './explain.js';
import { printExplanation } from './print-explanation.js';

const engine = createPolicyEngine();
const seed = fc.nat({ max: 2 ** 31 });
const POLICY_IDS = new Set(POLICIES.map(({ id }) => id));

function profileOf({ subject, purpose, caseId }: CaseRequest): Profile {
  return { subject, purpose, caseId };
}

/** Explains a random request to a random reader, by given facts and acts. */
function explained(request: CaseRequest, asker: Profile, facts: readonly Fact[], acts: readonly Act[]) {
  const view = viewOf(sealSnapshot({ number: 1, facts, acts }), request.stale);
  const { handling, category } = request;
  const now = Date.parse(request.now);
  const asked = { profile: profileOf(request), asker, handling, category, view, now, floor: 0 };
  const explanation = explain({ ...asked, coordinate: 'Any.field' }, engine);
  return { explanation, view, text: printExplanation(explanation) + JSON.stringify(explanation) };
}

/** Acts whose id and times stand nowhere else. */
function withCanaries(acts: readonly Act[]): Act[] {
  return acts.map((act, index) => ({
    ...act,
    id: `act_canary_${index}`,
    until: act.until === '2026-09-21T18:00:00Z' ? `2026-09-21T18:00:0${index}Z` : act.until,
  }));
}

function mayReadActs(reader: Profile, mission: string, view: SnapshotView, now: number): boolean {
  const handling = parseHandling(`l=-;rel=*;nat=*;pur=*;tlp=CLEAR;own=CHANCERY.register;m=${mission}`);
  return engine.decide(reader, 'LEGAL_ACT', handling, 'read', view, now).effect === 'allow';
}

const canaries = (text: string): string[] => [...new Set(text.match(/act_canary_\d|18:00:0\d/g))];

describe('an explanation', () => {
  it('comes to what the engine decides: effect, code, citations and obligations', () => {
    const whole = new Set<boolean>();
    const outcomes = new Set<string>();
    fc.assert(
      fc.property(seed, seed, (asked, read) => {
        const request = randomRequest(seededSource(asked));
        const reader = profileOf(randomRequest(seededSource(read)));
        const { explanation, view } = explained(request, reader, request.facts, request.acts);
        const { outcome, mandatory, rules } = explanation;
        const decision = engine.decide(
          profileOf(request),
          request.category,
          parseHandling(request.handling),
          'read',
          view,
          Date.parse(request.now),
        );

        expect([outcome.effect, outcome.code]).toEqual([decision.effect, decision.code]);
        expect(outcome.obligations.map(({ kind, rule }) => [kind, rule])).toEqual(
          decision.obligations.map(({ kind, rule }) => [kind, rule]),
        );
        const told = rules !== null && explanation.judgedBy !== 'PROFILE_ALONE';
        const all = decision.citations.map(({ rule, instrument, article }) => ({ rule, instrument, article }));
        expect([all, callerCitations(decision)]).toContainEqual(outcome.citations);
        whole.add(told);
        outcomes.add(outcome.code ?? 'ALLOW');
        if (!told || outcome.code === 'ACTS_STALE') return;
        expect(outcome.citations).toEqual(all);
        // The layers by themselves lead to the same citations.
        const deciding = outcome.effect === 'allow' ? rules.permits : [...(mandatory?.bars ?? []), ...rules.bars];
        const cited = all.map(({ rule }) => rule).filter((rule) => rule !== 'CHY-DENY');
        const expected = outcome.effect === 'allow' ? cited.filter((rule) => POLICY_IDS.has(rule)) : cited;
        expect(deciding.map(({ rule }) => rule)).toEqual(expected);
      }),
      { numRuns: 1000, seed: 31 },
    );

    // A law over readers who see nothing, or over one outcome, would hold of anything.
    expect(whole.size).toBe(2);
    expect([...outcomes]).toEqual(expect.arrayContaining(['ALLOW', 'BASIS_MISSING', 'INVIOLABILITY', 'ACTS_STALE']));
  });

  it('names no act, and no time of one, that the reader may not read', () => {
    let hidden = 0;
    let named = 0;
    fc.assert(
      fc.property(seed, seed, (asked, read) => {
        const request = randomRequest(seededSource(asked));
        const acts = withCanaries(request.acts);
        const reader = profileOf(randomRequest(seededSource(read)));
        const { view, text } = explained(request, reader, request.facts, acts);
        const { record } = parseHandling(request.handling);
        const now = Date.parse(request.now);
        const readable = new Set(
          record.missions
            .filter((mission) => mayReadActs(reader, mission, view, now))
            .flatMap((mission) => view.actsOn(mission, record.key, record.who)),
        );
        const allowed = acts
          .filter((act) => [...readable].some(({ id }) => id === act.id))
          .flatMap((act) => [act.id, act.until?.slice(11, 19) ?? '']);
        const found = canaries(text);
        expect(found.filter((canary) => !allowed.includes(canary))).toEqual([]);
        if (acts.length > readable.size) hidden += 1;
        if (found.length > 0) named += 1;
      }),
      { numRuns: 2000, seed: 41 },
    );

    expect(hidden).toBeGreaterThan(300);
    expect(named).toBeGreaterThan(25);
  });

  it('is the same, whatever acts there are that the reader may not read, when the outcome is the same', () => {
    let compared = 0;
    fc.assert(
      fc.property(seed, seed, seed, (asked, read, law) => {
        const request = randomRequest(seededSource(asked));
        const reader = profileOf(randomRequest(seededSource(read)));
        const { category, subject } = request;
        const topic = { category, represents: subject.represents, acts: ['CONSENT', 'DISASTER', 'RELEASE'] } as const;
        const other = randomLaw(seededSource(law), topic).acts;
        const { missions } = parseHandling(request.handling).record;
        const worlds = [request.acts, other].map((acts) => explained(request, reader, request.facts, acts));
        const [one, two] = worlds;
        if (one === undefined || two === undefined) throw new RangeError('two worlds are compared');
        const now = Date.parse(request.now);
        if (worlds.some(({ view }) => missions.some((mission) => mayReadActs(reader, mission, view, now)))) return;
        if (JSON.stringify(one.explanation.outcome) !== JSON.stringify(two.explanation.outcome)) return;
        if ((one.explanation.rules === null) !== (two.explanation.rules === null)) return;
        compared += 1;
        expect(two.text).toBe(one.text);
      }),
      { numRuns: 1500, seed: 43 },
    );

    expect(compared).toBeGreaterThan(250);
  });
});
