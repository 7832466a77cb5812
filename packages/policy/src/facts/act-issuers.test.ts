import type { RecordMarks } from '@chancery/shared/labels/label';
import { ACT_KINDS, CATEGORIES, REGIMES, type Regime } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { actOf, factOf, profileOf, Q1 } from '../testkit/scenario.js';
import type { ActInput } from './act-input.js';
import { flagsOf } from './act-issuers.js';
import { EXECUTION } from './act-subjects.js';
import { TRANSIT_NOTICE } from './offices.js';
import { stateOfAgency } from './speaks-for.js';

const record: RecordMarks = {
  owner: 'USA.intelligence',
  missions: [Q1],
  person: null,
  who: null,
  tags: new Set(),
  key: null,
};
const profile = profileOf('CHE.foreign-ministry', 'FOREIGN_MINISTRY', 'INTERESTS_PROTECTION', 'inc_1');
const under = (regime: Regime): ActInput => ({
  profile,
  category: 'PREMISES_INTERIOR',
  record,
  mission: Q1,
  fact: factOf('Q1', { regime }),
});
const asked = under('VCDR');
const underVccr = { fact: factOf('Q1', { regime: 'VCCR' }) };
const madeBy = (owner: string): ActInput => ({ ...asked, record: { ...record, owner } });
const by = (represents: string, office: string) => ({ by: { represents, office } });

const OF_STATES: Regime[] = ['VCDR', 'VCCR', 'VCCR_HONORARY', 'CPIUN_MISSION', 'NONE'];

describe('who may consent to entry or refuse it', () => {
  it.each<[string, Regime[]]>([
    ['HEAD_OF_MISSION', OF_STATES],
    // VCDR 19(1): while the post of head is vacant, or the head unable to act.
    ['CHARGE_D_AFFAIRES_AD_INTERIM', OF_STATES],
    ['CHARGE_DAFFAIRES', OF_STATES],
    // The head of mission stands for the State, which can say itself what he could say for it.
    ['FOREIGN_MINISTRY', OF_STATES],
    ['HEAD_OF_POST', ['VCCR', 'VCCR_HONORARY']],
    ['ACTING_HEAD_OF_POST', ['VCCR', 'VCCR_HONORARY']],
    ['DESIGNEE', ['VCCR', 'VCCR_HONORARY']],
    ['UN_SG', ['CPIUN']],
    ['MILITARY_ATTACHE', []],
    ['DRIVER', []],
  ])('%s, under %j alone', (office, regimes) => {
    for (const kind of ['CONSENT', 'CONSENT_REFUSAL'] as const) {
      expect(REGIMES.filter((regime) => flagsOf(actOf(kind, office, ['Q1']), under(regime)).length > 0)).toEqual(
        regimes,
      );
    }
  });

  it('is never the receiving State', () => {
    expect(flagsOf(actOf('CONSENT', 'HEAD_OF_MISSION', ['Q1'], by('DEU', 'HEAD_OF_MISSION')), asked)).toEqual([]);
  });

  it('keeps the office apart in the flag', () => {
    const flagOf = (office: string) =>
      flagsOf(actOf('CONSENT', office, ['Q1']), { ...madeBy('DEU.police'), ...underVccr });
    expect(flagOf('ACTING_HEAD_OF_POST')).toEqual(['CONSENT_HEAD_OF_POST']);
    expect(flagOf('CHARGE_D_AFFAIRES_AD_INTERIM')).toEqual(['CONSENT_HEAD_OF_MISSION']);
    expect(flagOf('MINISTRY')).toEqual(['CONSENT_HEAD_OF_MISSION']);
    const consent = actOf('CONSENT', 'HEAD_OF_MISSION', ['Q1']);
    expect(flagsOf(consent, madeBy('DEU.police'))).toEqual(['CONSENT_HEAD_OF_MISSION']);
    const designee = flagsOf(actOf('CONSENT', 'DESIGNEE', ['Q1']), { ...madeBy('DEU.police'), ...underVccr });
    expect(designee).toEqual(['CONSENT_DESIGNEE']);
  });

  it('says apart whether the State that consents also made the record', () => {
    const consent = actOf('CONSENT', 'HEAD_OF_MISSION', ['Q1']);
    for (const maker of ['USA.intelligence', 'CHANCERY.register']) {
      expect(flagsOf(consent, madeBy(maker))).toEqual(['CONSENT_HEAD_OF_MISSION', 'CONSENT_BY_MAKER']);
    }
  });

  it('lets in, and opens nothing that entry is not about', () => {
    const consent = actOf('CONSENT', 'HEAD_OF_MISSION', ['Q1']);
    const reached = CATEGORIES.filter((category) => flagsOf(consent, { ...asked, category }).length > 0);
    expect(reached).toEqual(['PREMISES_RESCUE', 'PREMISES_INTERIOR', 'RESIDENCE', 'PERSON_LOCATION', 'FAMILY']);
  });
});

describe('who may declare a disaster', () => {
  it('is the sending post or the emergency service of the receiving State', () => {
    expect(flagsOf(actOf('DISASTER', 'HEAD_OF_POST', ['Q1']), asked)).toEqual(['DISASTER']);
    expect(flagsOf(actOf('DISASTER', '', ['Q1'], by('DEU', 'EMERGENCY_SERVICE')), asked)).toEqual(['DISASTER']);
  });

  it('is nobody else', () => {
    expect(flagsOf(actOf('DISASTER', '', ['Q1'], by('DEU', 'POLICE')), asked)).toEqual([]);
    expect(flagsOf(actOf('DISASTER', '', ['Q1'], by('USA', 'EMERGENCY_SERVICE')), asked)).toEqual([]);
    expect(flagsOf(actOf('DISASTER', '', ['Q1'], by('GBR', 'EMERGENCY_SERVICE')), asked)).toEqual([]);
  });
});

const mandate = actOf('MANDATE', 'FOREIGN_MINISTRY', ['Q1'], { to: { represents: 'CHE', agencies: ['*'] } });

describe('the acts of the sending State and of the owner', () => {
  it('count when that State issued them', () => {
    expect(flagsOf(mandate, asked)).toEqual(['MANDATE']);
    expect(flagsOf(actOf('ORIGINATOR_CONSENT', 'ORIGINATOR', ['Q1']), asked)).toEqual(['ORIGINATOR_CONSENT']);
    expect(
      flagsOf(
        actOf('ASSIGNMENT', 'CASE_OFFICER', ['Q1'], {
          scope: { missions: [], keys: ['inc_1'], persons: [], categories: ['*'] },
        }),
        asked,
      ),
    ).toEqual(['ASSIGNMENT']);
  });

  it('as a release lifts for whoever made the record, and is the basis for what the releasing State made', () => {
    const release = actOf('RELEASE', 'FOREIGN_MINISTRY', ['Q1']);
    expect(flagsOf(release, madeBy('DEU.police'))).toEqual(['RELEASE']);
    expect(flagsOf(release, madeBy('USA.intelligence'))).toEqual(['RELEASE', 'RELEASE_BY_MAKER']);
    expect(flagsOf(release, madeBy('CHANCERY.register'))).toEqual(['RELEASE', 'RELEASE_BY_MAKER']);
    const german = actOf('RELEASE', 'FOREIGN_MINISTRY', ['Q1'], by('DEU', 'FOREIGN_MINISTRY'));
    expect(flagsOf(german, madeBy('DEU.police'))).toEqual(['RELEASE_BY_MAKER']);
    expect(flagsOf(german, madeBy('CHANCERY.register'))).toEqual([]);
  });

  it.each(['RELEASE', 'MANDATE', 'ORIGINATOR_CONSENT', 'ASSIGNMENT'] as const)(
    'do not when another State issued a %s',
    (kind) => {
      const scope = { missions: ['Q1'], keys: ['inc_1'], persons: [], categories: ['*'] };

      for (const office of ['FOREIGN_MINISTRY', 'CASE_OFFICER', 'ORIGINATOR']) {
        expect(flagsOf(actOf(kind, office, ['Q1'], { ...by('DEU', office), scope }), asked)).toEqual([]);
      }
    },
  );

  it('do not assign to a case that the subject does not ask under', () => {
    expect(flagsOf(actOf('ASSIGNMENT', 'CASE_OFFICER', ['Q1']), asked)).toEqual([]);
    const assigned = actOf('ASSIGNMENT', 'CASE_OFFICER', ['Q1'], {
      scope: { missions: ['Q1'], keys: ['inc_1'], persons: [], categories: ['*'] },
    });
    expect(flagsOf(assigned, { ...asked, profile: { ...profile, caseId: null } })).toEqual([]);
  });

  it('of the sending State count for nothing while its mission is unknown', () => {
    const unknown = { ...asked, fact: null };
    const counted = ACT_KINDS.filter((kind) => flagsOf(actOf(kind, 'FOREIGN_MINISTRY', ['Q1']), unknown).length > 0);

    expect(counted).toEqual(['RELEASE', 'ORIGINATOR_CONSENT']);
    expect(flagsOf(actOf('RELEASE', 'HEAD_OF_MISSION', ['Q1']), unknown)).toEqual(['RELEASE_BY_MAKER']);
  });
});

describe('a waiver', () => {
  const about = (category: string): ActInput => ({
    ...asked,
    record: { ...record, person: { category, nationalities: new Set(['USA']), from: '2025-01-01', until: null } },
  });
  const agent = about('DIPLOMATIC_AGENT');
  const person = { scope: { missions: [], keys: [], persons: ['p1'], categories: ['*'] } };
  const waiver = actOf('WAIVER', 'FOREIGN_MINISTRY', [], person);
  const execution = { ...waiver, scope: { ...waiver.scope, keys: [EXECUTION] } };

  it('is the sending State’s, and tells whether it is in writing', () => {
    expect(flagsOf(waiver, agent)).toEqual(['WAIVER_EXPRESS', 'WAIVER_WRITTEN']);
    expect(flagsOf({ ...waiver, written: false }, agent)).toEqual(['WAIVER_EXPRESS']);
    expect(flagsOf({ ...waiver, ...by('DEU', 'FOREIGN_MINISTRY') }, agent)).toEqual([]);
    expect(flagsOf(waiver, { ...agent, fact: null })).toEqual([]);
  });

  it('of execution is another one: neither stands for the other', () => {
    expect(flagsOf(execution, agent)).toEqual(['WAIVER_EXECUTION']);
    expect(flagsOf({ ...execution, written: false }, agent)).toEqual(['WAIVER_EXECUTION']);
    expect(flagsOf({ ...execution, written: false }, about('CONSULAR_OFFICER'))).toEqual([]);
    expect(flagsOf(execution, about('CONSULAR_OFFICER'))).toEqual(['WAIVER_EXECUTION']);
  });

  it('for the United Nations is the Secretary-General’s, for himself the Security Council’s', () => {
    const byUn = (office: string) => ({ ...waiver, ...by('UN', office) });
    expect(flagsOf(byUn('UN_SG'), about('UN_OFFICIAL'))).toContain('WAIVER_EXPRESS');
    expect(flagsOf(byUn('UN_SG'), about('UN_HIGH_OFFICIAL'))).toContain('WAIVER_EXPRESS');
    expect(flagsOf(byUn('UN_SG'), about('UN_SECRETARY_GENERAL'))).toEqual([]);
    expect(flagsOf(byUn('SECURITY_COUNCIL'), about('UN_SECRETARY_GENERAL'))).toContain('WAIVER_EXPRESS');
    expect(flagsOf(byUn('SECURITY_COUNCIL'), about('UN_OFFICIAL'))).toEqual([]);
    expect(flagsOf(waiver, about('UN_OFFICIAL'))).toEqual([]);
    expect(flagsOf(byUn('UN_SG'), agent)).toEqual([]);
  });

  it('for a delegate is the Member’s (CPIUN 14), at the seat of the Organisation the State of which he is a national', () => {
    const french = {
      ...asked,
      record: {
        ...record,
        person: { category: 'UN_REPRESENTATIVE', nationalities: new Set(['FRA']), from: '2025-01-01', until: null },
      },
    };
    const atMission = { ...french, fact: factOf('Q1', { sending: 'FRA', receiving: 'USA', regime: 'CPIUN_MISSION' }) };
    const atSeat = { ...french, fact: factOf('Q1', { sending: 'UN', receiving: 'USA', regime: 'CPIUN' }) };
    for (const input of [atMission, atSeat]) {
      expect(flagsOf({ ...waiver, ...by('FRA', 'FOREIGN_MINISTRY') }, input)).toContain('WAIVER_EXPRESS');
      expect(flagsOf({ ...waiver, ...by('GBR', 'FOREIGN_MINISTRY') }, input)).toEqual([]);
      expect(flagsOf({ ...waiver, ...by('UN', 'UN_SG') }, input)).toEqual([]);
    }
  });

  it('for an expert on mission is the Secretary-General’s (CPIUN 23), for a family that of whose it is', () => {
    const byUn = (office: string) => ({ ...waiver, ...by('UN', office) });
    expect(flagsOf(byUn('UN_SG'), about('UN_EXPERT'))).toContain('WAIVER_EXPRESS');
    expect(flagsOf(byUn('UN_SG'), about('FAMILY_OF_UN_HIGH_OFFICIAL'))).toContain('WAIVER_EXPRESS');
    expect(flagsOf(byUn('UN_SG'), about('FAMILY_OF_UN_SECRETARY_GENERAL'))).toEqual([]);
    expect(flagsOf(byUn('SECURITY_COUNCIL'), about('FAMILY_OF_UN_SECRETARY_GENERAL'))).toContain('WAIVER_EXPRESS');
    expect(flagsOf(waiver, about('UN_EXPERT'))).toEqual([]);
  });

  it.each(['THE_DIPLOMAT_HIMSELF', 'DRIVER', 'HEAD_OF_POST', 'COURT'])('is not for %s to give (32(1))', (office) => {
    expect(flagsOf({ ...waiver, ...by('USA', office) }, agent)).toEqual([]);
  });

  it('counts for nothing where nobody knows whose immunity it is', () => {
    expect(flagsOf(waiver, about('ENVOY'))).toEqual([]);
    expect(flagsOf(waiver, asked)).toEqual([]);
  });
});

describe('an act that rests on another instrument', () => {
  it('as a mandate names the acceptance by the receiving State', () => {
    expect(flagsOf({ ...mandate, ref: null }, asked)).toEqual([]);
    expect(flagsOf({ ...mandate, ref: ' ' }, asked)).toEqual([]);
  });

  it('as a judicial decision is the receiving State’s court’s, and names the decision', () => {
    const scope = { missions: [], keys: ['file'], persons: [], categories: ['*'] };
    const decision = actOf('JUDICIAL_DECISION', 'COURT', [], { ...by('DEU', 'COURT'), scope });
    expect(flagsOf(decision, asked)).toEqual(['JUDICIAL_DECISION']);
    expect(flagsOf({ ...decision, ref: null }, asked)).toEqual([]);
    expect(flagsOf({ ...decision, ...by('DEU', 'POLICE') }, asked)).toEqual([]);
    expect(flagsOf({ ...decision, ...by('USA', 'COURT') }, asked)).toEqual([]);
  });

  it('as an emergency disclosure is the discloser’s, by the head of the agency or a designee', () => {
    const disclosure = (represents: string, office: string) =>
      flagsOf(
        actOf('EMERGENCY_DISCLOSURE', office, ['Q1'], {
          ...by(represents, office),
          to: { represents: 'CHE', agencies: ['CHE.foreign-ministry'] },
          scope: { missions: ['Q1'], keys: [], persons: [], categories: ['THREAT'] },
        }),
        asked,
      );
    expect(disclosure('USA', 'AGENCY_HEAD')).toEqual(['EMERGENCY_DISCLOSURE']);
    expect(disclosure('USA', 'AGENCY_HEAD_DESIGNEE')).toEqual(['EMERGENCY_DISCLOSURE']);
    expect(disclosure('USA', 'DUTY_OFFICER')).toEqual([]);
    // The recipient cannot disclose to itself.
    expect(disclosure('CHE', 'AGENCY_HEAD')).toEqual([]);
  });

  it('as a notice of transit assigns nobody to a case', () => {
    const notice = actOf('ASSIGNMENT', TRANSIT_NOTICE, ['Q1'], {
      scope: { missions: ['Q1'], keys: ['inc_1'], persons: [], categories: ['*'] },
    });
    expect(flagsOf(notice, asked)).toEqual([]);
  });

  it('about States raises no flag by itself', () => {
    expect(flagsOf(actOf('AGREEMENT', 'GOVERNMENT', ['Q1']), asked)).toEqual([]);
    expect(flagsOf(actOf('PARTY_STATUS', 'GOVERNMENT', ['Q1']), asked)).toEqual([]);
  });
});

describe('the State of an agency', () => {
  it('is what stands before the first dot, and is not guessed from a prefix', () => {
    expect(stateOfAgency('USA.diplomatic-security')).toBe('USA');
    expect(stateOfAgency('USAID.office')).not.toBe('USA');
    expect(stateOfAgency('CHANCERY')).toBe('CHANCERY');
  });
});
