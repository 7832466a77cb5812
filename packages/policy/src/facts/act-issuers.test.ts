import type { RecordMarks } from '@chancery/shared/labels/label';
import { ACT_KINDS, REGIMES, type Regime } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { actOf, factOf, profileOf } from '../testkit/scenario.js';
import { flagOf, stateOfAgency } from './act-issuers.js';
import type { ActQuestion } from './act-matching.js';

const record: RecordMarks = { owner: 'USA.intelligence', missions: ['Q1'], person: null, tags: new Set(), key: null };
const profile = profileOf('CHE.foreign-ministry', 'FOREIGN_MINISTRY', 'INTERESTS_PROTECTION', 'inc_1');
const under = (regime: Regime): ActQuestion => ({
  profile,
  category: 'THREAT',
  record,
  mission: 'Q1',
  fact: factOf('Q1', { regime }),
});
const asked = under('VCDR');
const by = (represents: string, office: string) => ({ by: { represents, office } });

describe('who may consent to entry or refuse it', () => {
  it.each<[string, Regime[]]>([
    ['HEAD_OF_MISSION', ['VCDR', 'VCCR', 'VCCR_HONORARY', 'NONE']],
    ['HEAD_OF_POST', ['VCCR', 'VCCR_HONORARY']],
    ['DESIGNEE', ['VCCR', 'VCCR_HONORARY']],
    ['FOREIGN_MINISTRY', []],
  ])('%s, under %j alone', (office, regimes) => {
    for (const kind of ['CONSENT', 'CONSENT_REFUSAL'] as const) {
      expect(REGIMES.filter((regime) => flagOf(actOf(kind, office, ['Q1']), under(regime)) !== null)).toEqual(regimes);
    }
  });

  it('is never the receiving State', () => {
    expect(flagOf(actOf('CONSENT', 'HEAD_OF_MISSION', ['Q1'], by('DEU', 'HEAD_OF_MISSION')), asked)).toBeNull();
  });

  it('keeps the office apart in the flag', () => {
    expect(flagOf(actOf('CONSENT', 'HEAD_OF_MISSION', ['Q1']), asked)).toBe('CONSENT_HEAD_OF_MISSION');
    expect(flagOf(actOf('CONSENT', 'DESIGNEE', ['Q1']), under('VCCR'))).toBe('CONSENT_DESIGNEE');
  });
});

describe('who may declare a disaster', () => {
  it('is the sending post or the emergency service of the receiving State', () => {
    expect(flagOf(actOf('DISASTER', 'HEAD_OF_POST', ['Q1']), asked)).toBe('DISASTER');
    expect(flagOf(actOf('DISASTER', '', ['Q1'], by('DEU', 'EMERGENCY_SERVICE')), asked)).toBe('DISASTER');
  });

  it('is nobody else', () => {
    expect(flagOf(actOf('DISASTER', '', ['Q1'], by('DEU', 'POLICE')), asked)).toBeNull();
    expect(flagOf(actOf('DISASTER', '', ['Q1'], by('USA', 'EMERGENCY_SERVICE')), asked)).toBeNull();
    expect(flagOf(actOf('DISASTER', '', ['Q1'], by('GBR', 'EMERGENCY_SERVICE')), asked)).toBeNull();
  });
});

describe('the acts of the sending State and of the owner', () => {
  it('count when that State issued them', () => {
    expect(flagOf(actOf('RELEASE', 'ANY', ['Q1']), asked)).toBe('RELEASE');
    expect(flagOf(actOf('MANDATE', 'ANY', ['Q1']), asked)).toBe('MANDATE');
    expect(flagOf(actOf('ORIGINATOR_CONSENT', 'ANY', ['Q1']), asked)).toBe('ORIGINATOR_CONSENT');
    expect(
      flagOf(
        actOf('ASSIGNMENT', 'ANY', ['Q1'], { scope: { missions: [], keys: ['inc_1'], categories: ['*'] } }),
        asked,
      ),
    ).toBe('ASSIGNMENT');
  });

  it.each(['RELEASE', 'MANDATE', 'ORIGINATOR_CONSENT', 'ASSIGNMENT'] as const)(
    'do not when another State issued a %s',
    (kind) => {
      const scope = { missions: ['Q1'], keys: ['inc_1'], categories: ['*'] };

      expect(flagOf(actOf(kind, 'ANY', ['Q1'], { ...by('DEU', 'ANY'), scope }), asked)).toBeNull();
    },
  );

  it('do not assign to a case that the subject does not ask under', () => {
    expect(flagOf(actOf('ASSIGNMENT', 'ANY', ['Q1']), asked)).toBeNull();
    const assigned = actOf('ASSIGNMENT', 'ANY', ['Q1'], {
      scope: { missions: ['Q1'], keys: ['inc_1'], categories: ['*'] },
    });
    expect(flagOf(assigned, { ...asked, profile: { ...profile, caseId: null } })).toBeNull();
  });

  it('of the sending State count for nothing while its mission is unknown', () => {
    const unknown = { ...asked, fact: null };
    const counted = ACT_KINDS.filter((kind) => flagOf(actOf(kind, 'HEAD_OF_MISSION', ['Q1']), unknown) !== null);

    expect(counted).toEqual(['ORIGINATOR_CONSENT']);
  });
});

describe('the State of an agency', () => {
  it('is what stands before the first dot, and is not guessed from a prefix', () => {
    expect(stateOfAgency('USA.diplomatic-security')).toBe('USA');
    expect(stateOfAgency('USAID.office')).not.toBe('USA');
    expect(stateOfAgency('CHANCERY')).toBe('CHANCERY');
  });
});
