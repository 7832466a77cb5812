import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { CATEGORIES } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { NONE, ROLE, some } from '../compiled/bits.js';
import type { DutyPolicy } from '../compiled/compiled-policy.js';
import { createPolicyEngine } from '../engine.js';
import { POLICIES } from '../generated/policies.js';
import { factOf, NOON, profileOf } from '../testkit/scenario.js';

const duty: DutyPolicy = {
  effect: 'duty',
  id: 'TEST-1',
  instrument: 'TEST',
  article: '1',
  title: 'A duty of every receiving State',
  inForce: '2026-01-01',
  tell: 'caller',
  categories: CATEGORIES,
  acts: NONE,
  holds: (q) => some(q.possibleRole, ROLE.RECEIVING_STATE_LEA),
  obligations: [{ kind: 'PURGE', dueInSeconds: 60 }],
};
const owed = [{ kind: 'PURGE', dueInSeconds: 60, rule: 'TEST-1' }];
const bound = createPolicyEngine({ policies: [...POLICIES, duty] });
const unbound = createPolicyEngine({ policies: POLICIES });
const police = profileOf('DEU.police', 'POLICE', 'TRAINING');
const partner = profileOf('GBR.police', 'POLICE', 'TRAINING');
const view = viewOf(sealSnapshot({ number: 1, facts: [factOf('Q1')], acts: [] }), false);
const marked = (marks: string) => parseHandling(`l=-;rel=*;nat=*;pur=*;own=USA.intelligence${marks}`);

describe('a duty', () => {
  it('adds its obligation to a value that something else opens, and to nothing else of the decision', () => {
    const decided = bound.decide(police, 'PUBLIC_FACT', marked(';m=Q1'), 'read', view, NOON);
    const without = unbound.decide(police, 'PUBLIC_FACT', marked(';m=Q1'), 'read', view, NOON);

    expect(decided).toEqual({ ...without, obligations: [...without.obligations, ...owed] });
    expect(bound.decide(partner, 'PUBLIC_FACT', marked(';m=Q1'), 'read', view, NOON)).toEqual(
      unbound.decide(partner, 'PUBLIC_FACT', marked(';m=Q1'), 'read', view, NOON),
    );
  });

  it('opens nothing, and is not owed for what stays closed', () => {
    for (const category of CATEGORIES) {
      const decided = bound.decide(police, category, marked(';m=Q1'), 'read', view, NOON);
      const without = unbound.decide(police, category, marked(';m=Q1'), 'read', view, NOON);

      expect({ ...decided, obligations: [] }).toEqual({ ...without, obligations: [] });
      expect(decided.obligations.length > without.obligations.length).toBe(decided.effect === 'allow');
      expect(bound.couldOpen(police, category)).toBe(unbound.couldOpen(police, category));
    }
  });

  it('is owed where it cannot be excluded', () => {
    const unknown = bound.decide(partner, 'PUBLIC_FACT', marked(';m=Q9'), 'read', view, NOON);

    expect(unknown.obligations).toEqual(owed);
  });

  it('keeps apart two outcomes of one evaluation that differ in what is owed alone', () => {
    const decider = bound.open(partner, view, NOON);
    const [known, unknown] = [marked(';m=Q1'), marked(';m=Q9')].map((each) =>
      decider.decide('EXISTENCE', each, 'read'),
    );

    expect([known?.obligations, unknown?.obligations]).toEqual([[], owed]);
  });

  it('that cannot be evaluated closes the value', () => {
    const broken: DutyPolicy = {
      ...duty,
      holds: () => {
        throw new RangeError('a planted fault');
      },
    };
    const engine = createPolicyEngine({ policies: [...POLICIES, broken] });

    expect(engine.decide(police, 'PUBLIC_FACT', marked(';m=Q1'), 'read', view, NOON)).toMatchObject({
      effect: 'withhold',
      code: 'POLICY_ERROR',
      obligations: [],
    });
  });
});
