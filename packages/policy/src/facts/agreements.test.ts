import { NEVER } from '@chancery/shared/calendar';
import type { RecordMarks } from '@chancery/shared/labels/label';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import type { Act } from '@chancery/shared/snapshot/snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { describe, expect, it } from '@jest/globals';
import { ACT, NONE, union } from '../compiled/bits.js';
import { actOf, factOf, NOON, profileOf, Q1 } from '../testkit/scenario.js';
import type { ActInput } from './act-input.js';
import { agreementsWith, matchAgreements } from './agreements.js';

const record: RecordMarks = {
  owner: 'FRA.police',
  missions: [Q1],
  person: null,
  who: null,
  tags: new Set(),
  key: null,
};
const asked: ActInput = {
  profile: profileOf('DEU.police', 'POLICE', 'CRIMINAL_INVESTIGATION'),
  category: 'OFFENDER',
  record,
  mission: Q1,
  fact: factOf('Q1'),
};
const adequacy = actOf('AGREEMENT', 'GOVERNMENT', [], {
  by: { represents: 'FRA', office: 'GOVERNMENT' },
  scope: { missions: [], keys: ['DATA ADEQUACY GDPR'], persons: [], categories: ['*'] },
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
    const channel = { ...adequacy, scope: { ...adequacy.scope, keys: ['AGREED CHANNEL'] } };
    for (const represents of ['USA', 'DEU']) {
      const by = { represents, office: 'GOVERNMENT' };
      expect(found([{ ...channel, by }]).inForce).toBe(ACT.AGREEMENT_CHANNEL);
    }
    const unknown = { ...asked, fact: null };
    expect(found([{ ...channel, by: { represents: 'USA', office: 'GOVERNMENT' } }], unknown).inForce).toBe(NONE);
  });

  it('on legal assistance is the word of the State that made the record alone', () => {
    const assistance = { ...adequacy, scope: { ...adequacy.scope, keys: ['LEGAL ASSISTANCE'] } };
    expect(found([assistance]).inForce).toBe(ACT.AGREEMENT_LEGAL_ASSISTANCE);
    for (const represents of ['USA', 'DEU', 'EU']) {
      expect(found([{ ...assistance, by: { represents, office: 'GOVERNMENT' } }]).inForce).toBe(NONE);
    }
  });

  it('on personal data is the word of the State that made the record, or of the Commission for it, and of no other', () => {
    for (const key of ['DATA ADEQUACY', 'DATA ADEQUACY GDPR', 'DATA ADEQUACY LED', 'DATA SAFEGUARDS']) {
      const by = (represents: string, input = asked) => {
        const scope = { ...adequacy.scope, keys: [key] };
        return found([{ ...adequacy, scope, by: { represents, office: 'GOVERNMENT' } }], input).inForce;
      };
      expect(by('FRA')).not.toBe(NONE);
      expect(by('EU')).toBe(by('FRA'));
      expect(['USA', 'DEU', 'GBR'].map((state) => by(state))).toEqual([NONE, NONE, NONE]);
      expect(by('EU', { ...asked, record: { ...record, owner: 'GBR.police' } })).toBe(NONE);
    }
  });

  it('that says adequacy and no law is about whichever law binds its maker', () => {
    const scope = { ...adequacy.scope, keys: ['DATA ADEQUACY'] };
    expect(found([{ ...adequacy, scope }]).inForce).toBe(union(ACT.AGREEMENT_ADEQUACY, ACT.AGREEMENT_ADEQUACY_LED));
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
