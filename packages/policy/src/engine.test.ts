import { NEVER } from '@chancery/shared/calendar';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import type { Act, Fact } from '@chancery/shared/snapshot/snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { CATEGORIES } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { dueAt } from './decision.js';
import { createPolicyEngine } from './engine.js';
import { POLICIES } from './generated/policies.js';
import { actOf, factOf, MINUTE, NOON, profileOf } from './testkit/scenario.js';

const engine = createPolicyEngine();
const facts = [factOf('Q1'), factOf('Q2', { regime: 'VCCR' })];
const fireService = profileOf('DEU.fire-service', 'EMERGENCY_SERVICE', 'PROTECT_LIFE');
const police = profileOf('DEU.police', 'POLICE', 'THREAT_PREVENTION');
const inspectorate = profileOf('USA.inspectorate', 'OVERSIGHT', 'OVERSIGHT');
const marked = (marks: string) => parseHandling(`l=-;rel=*;nat=*;pur=*;own=USA.intelligence${marks}`);
const viewWith = (acts: readonly Act[], of: readonly Fact[] = facts) =>
  viewOf(sealSnapshot({ number: 1, facts: of, acts }), false);
const fire = actOf('DISASTER', 'HEAD_OF_POST', ['Q2']);

describe('what could open', () => {
  it('leaves an oversight body the rows, the published, and the audit and acts of its State', () => {
    const open = CATEGORIES.filter((category) => engine.couldOpen(inspectorate, category));

    expect(open).toEqual(['EXISTENCE', 'PUBLIC_FACT', 'INCIDENT_FACT', 'LEGAL_ACT', 'AUDIT']);
  });

  it.each([fireService, police, profileOf('UN.security', 'ORGANISATION', 'THREAT_PREVENTION')])(
    'prunes nothing for $subject.agency, because a release or consent could open all of it',
    (profile) => {
      expect(CATEGORIES.filter((category) => !engine.couldOpen(profile, category))).toEqual([]);
    },
  );

  it('answers a closed kind of data from the profile alone, whatever the record', () => {
    const closed = engine.staticDenial(inspectorate, 'PREMISES_INTERIOR');

    for (const marks of ['', ';m=Q1', ';m=Q1;t=exclusiveUse', ';m=Q9']) {
      expect(engine.decide(inspectorate, 'PREMISES_INTERIOR', marked(marks), 'read', viewWith([]), NOON)).toEqual(
        closed,
      );
    }
    expect(closed).toMatchObject({ effect: 'withhold', code: 'NEED_TO_KNOW', acts: [], validUntil: NEVER });
    expect(closed.citations.map(({ rule }) => rule)).toEqual(['CHY-OVSB']);
  });
});

describe('a decision', () => {
  it('hides what must not even be named', () => {
    const decided = engine.decide(police, 'INTEL_SOURCE', marked(';m=Q1'), 'read', viewWith([]), NOON);

    expect(decided).toMatchObject({ effect: 'hide', code: 'BASIS_MISSING' });
  });

  it('grants no write, for no rule does', () => {
    const owner = profileOf('USA.intelligence', 'INTELLIGENCE', 'THREAT_PREVENTION');

    expect(engine.decide(owner, 'THREAT', marked(';m=Q1'), 'read', viewWith([]), NOON).effect).toBe('allow');
    expect(engine.decide(owner, 'THREAT', marked(';m=Q1'), 'write', viewWith([]), NOON).effect).toBe('withhold');
  });

  it('is barred by any one mission and served by any one', () => {
    const view = viewWith([fire]);
    const rescue = (marks: string) => engine.decide(fireService, 'PREMISES_RESCUE', marked(marks), 'read', view, NOON);

    expect(rescue(';m=Q2;t=exclusiveUse').effect).toBe('allow');
    expect(rescue(';m=Q1+Q2;t=exclusiveUse')).toMatchObject({ effect: 'withhold', code: 'INVIOLABILITY' });
    const threat = engine.decide(police, 'THREAT', marked(';m=Q1+Q2'), 'read', view, NOON);
    expect(threat.citations.map(({ rule }) => rule)).toEqual(['VCCR-31-3', 'VCDR-22-2']);
  });

  it('ends when a dated input can flip it, and not before', () => {
    const ends = (acts: Act[], of: Fact[] = facts) =>
      engine.decide(fireService, 'PREMISES_RESCUE', marked(';m=Q2'), 'read', viewWith(acts, of), NOON + MINUTE)
        .validUntil;

    expect(ends([])).toBe(NEVER);
    expect(ends([fire])).toBe(Date.parse('2026-09-21T18:00:00Z'));
    expect(ends([{ ...fire, revokedAt: '2026-09-21T13:00:00Z' }])).toBe(Date.parse('2026-09-21T13:00:00Z'));
    expect(ends([{ ...fire, from: '2026-09-21T15:00:00Z' }])).toBe(Date.parse('2026-09-21T15:00:00Z'));
    expect(ends([fire], [factOf('Q2', { until: '2026-09-22' })])).toBe(Date.parse('2026-09-21T18:00:00Z'));
    expect(ends([], [factOf('Q2', { until: '2026-09-22' })])).toBe(Date.parse('2026-09-22T00:00:00Z'));
  });

  it('is kept for no time under a stale snapshot', () => {
    const stale = viewOf(sealSnapshot({ number: 1, facts, acts: [] }), true);

    expect(engine.decide(police, 'PUBLIC_FACT', marked(';m=Q1'), 'read', stale, NOON)).toMatchObject({
      effect: 'allow',
      validUntil: NOON,
    });
  });

  it('says after how long an obligation falls due', () => {
    const { obligations } = engine.decide(
      fireService,
      'PREMISES_RESCUE',
      marked(';m=Q2'),
      'read',
      viewWith([fire]),
      NOON,
    );

    expect(obligations).toEqual([{ kind: 'NOTIFY_POST', dueInSeconds: 300, rule: 'VCCR-31-2D' }]);
    expect(obligations.map((each) => dueAt(each, NOON))).toEqual([NOON + 5 * MINUTE]);
  });

  it('is one frozen object for equal outcomes of one evaluation', () => {
    const decider = engine.open(police, viewWith([]), NOON);
    const first = decider.decide('THREAT', marked(';m=Q1'), 'read');

    expect(decider.decide('THREAT', marked(';m=Q1;x=k1'), 'read')).toBe(first);
    expect(Object.isFrozen(first) && Object.isFrozen(first.citations) && Object.isFrozen(first.acts)).toBe(true);
  });
});

describe('an evaluation that fails', () => {
  const broken = (id: string) =>
    createPolicyEngine({
      policies: POLICIES.map((policy) => {
        if (policy.id !== id) return policy;
        return {
          ...policy,
          holds: () => {
            throw new RangeError('a planted fault');
          },
        };
      }),
    });

  it.each(['VCCR-31-2', 'VCCR-31-2D'])('denies when %s cannot be evaluated, though all else permits', (id) => {
    const decide = (by: typeof engine) =>
      by.decide(fireService, 'PREMISES_RESCUE', marked(';m=Q2'), 'read', viewWith([fire]), NOON);
    const decided = decide(broken(id));

    expect(decide(engine).effect).toBe('allow');
    expect(decided).toMatchObject({ effect: 'withhold', code: 'POLICY_ERROR' });
    expect(decided.citations).toContainEqual(expect.objectContaining({ rule: id, tell: 'auditor' }));
  });

  it('denies when the facts cannot be read', () => {
    const view = {
      ...viewWith([]),
      factsOf: () => {
        throw new RangeError('a planted fault');
      },
    };

    expect(engine.decide(police, 'THREAT', marked(';m=Q1'), 'read', view, NOON)).toMatchObject({
      effect: 'withhold',
      code: 'POLICY_ERROR',
      validUntil: NOON,
    });
  });

  it('hides a kind of data outside the vocabulary', () => {
    const unknown = 'UNHEARD_OF' as (typeof CATEGORIES)[number];

    expect(engine.decide(police, unknown, marked(';m=Q1'), 'read', viewWith([]), NOON)).toMatchObject({
      effect: 'hide',
    });
  });
});
