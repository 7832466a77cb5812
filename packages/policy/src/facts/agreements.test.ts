import { NEVER } from '@chancery/shared/calendar';
import type { RecordMarks } from '@chancery/shared/labels/label';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import type { Act } from '@chancery/shared/snapshot/snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { describe, expect, it } from '@jest/globals';
import { ACT, NONE, union } from '../compiled/bits.js';
import { actOf, factOf, NOON, profileOf } from '../testkit/scenario.js';
import type { ActInput } from './act-input.js';
import { agreementsWith, matchAgreements } from './agreements.js';

const record: RecordMarks = {
  owner: 'FRA.police',
  missions: ['Q1'],
  person: null,
  who: null,
  tags: new Set(),
  key: null,
};
const asked: ActInput = {
  profile: profileOf('DEU.police', 'POLICE', 'CRIMINAL_INVESTIGATION'),
  category: 'OFFENDER',
  record,
  mission: 'Q1',
  fact: factOf('Q1'),
};
const adequacy = actOf('AGREEMENT', 'GOVERNMENT', [], {
  by: { represents: 'FRA', office: 'GOVERNMENT' },
  scope: { missions: [], keys: ['DATA ADEQUACY'], persons: [], categories: ['*'] },
});
const found = (acts: Act[], input = asked, now = NOON) => {
  const view = viewOf(sealSnapshot({ number: 1, facts: [], acts }), false);
  return matchAgreements(agreementsWith(view, input.profile), input, now);
};

describe('an agreement', () => {
  it('holds between the State that the record comes from and the one that it is addressed to, while in force', () => {
    expect(found([adequacy])).toMatchObject({ inForce: ACT.AGREEMENT_ADEQUACY, validUntil: NOON + 6 * 3_600_000 });
    expect([...found([adequacy]).ids]).toEqual([['AGREEMENT_ADEQUACY', ['act_agreement@1']]]);
    expect(found([{ ...adequacy, revokedAt: adequacy.from }]).inForce).toBe(NONE);
    expect(found([{ ...adequacy, to: { represents: 'GBR', agencies: ['*'] } }]).inForce).toBe(NONE);
    expect(found([{ ...adequacy, by: { represents: 'GBR', office: 'GOVERNMENT' } }]).inForce).toBe(NONE);
  });

  it('may be that of the sending or of the receiving State of the mission', () => {
    for (const represents of ['USA', 'DEU']) {
      expect(found([{ ...adequacy, by: { represents, office: 'GOVERNMENT' } }]).inForce).toBe(ACT.AGREEMENT_ADEQUACY);
    }
    const unknown = { ...asked, fact: null };
    expect(found([{ ...adequacy, by: { represents: 'USA', office: 'GOVERNMENT' } }], unknown).inForce).toBe(NONE);
  });

  it('is about the subject matter, the missions and the kinds of data that it names', () => {
    const scoped = (scope: Partial<Act['scope']>) =>
      found([{ ...adequacy, scope: { ...adequacy.scope, ...scope } }]).inForce;
    expect(scoped({ keys: ['AGREED CHANNEL'] })).toBe(ACT.AGREEMENT_CHANNEL);
    expect(scoped({ keys: ['DATA SAFEGUARDS', 'LEGAL ASSISTANCE'] })).toBe(
      union(ACT.AGREEMENT_SAFEGUARDS, ACT.AGREEMENT_LEGAL_ASSISTANCE),
    );
    expect(scoped({ keys: ['SOMETHING ELSE'] })).toBe(NONE);
    expect(scoped({ keys: ['*'] })).toBe(NONE);
    expect(scoped({ missions: ['Q1'] })).toBe(ACT.AGREEMENT_ADEQUACY);
    expect(scoped({ missions: ['Q2'] })).toBe(NONE);
    expect(scoped({ categories: ['THREAT'] })).toBe(NONE);
  });

  it('is an agreement, and no other act over the same words', () => {
    expect(found([{ ...adequacy, kind: 'PARTY_STATUS' }])).toMatchObject({ inForce: NONE, validUntil: NEVER });
  });
});
