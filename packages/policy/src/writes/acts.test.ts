import type { PersonMarks } from '@chancery/shared/labels/label';
import type { Act, Fact } from '@chancery/shared/snapshot/snapshot';
import { ACT_KINDS, type ActKind, REGIMES } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { flagsOf } from '../facts/act-issuers.js';
import { OFFICES, TRANSIT_NOTICE } from '../facts/offices.js';
import { actOf, factOf, profileOf, Q1 } from '../testkit/scenario.js';
import { type ActDraft, checkAct } from './acts.js';
import { DISCLOSURE_ITEMS, type DisclosureNotice } from './emergency-disclosure.js';
import type { WaiverText } from './waiver.js';

const expressly: WaiverText = {
  expressText: 'immunity from jurisdiction is waived',
  coversProceedings: true,
  coversExecution: false,
};
const ofExecution: WaiverText = { ...expressly, coversProceedings: false, coversExecution: true };
const notice: DisclosureNotice = {
  information: 'warning of an attack, in one sentence',
  recipients: 'the duty officer of the fire service',
  transmission: 'by voice, over the secure line',
  reason: 'imminent threat to life',
  safeguarding: 'nothing is kept',
  briefings: 'briefed, and the agreement signed',
};
const personOf = (category: string): PersonMarks => {
  return { category, nationalities: new Set(['USA']), from: '2025-01-01', until: null };
};
const about = (category: string): Partial<ActDraft> => ({ person: personOf(category) });
const draftOf = (act: Act, changes: Partial<ActDraft> = {}): ActDraft => ({
  act,
  fact: factOf('Q1'),
  owner: 'USA.intelligence',
  person: act.kind === 'WAIVER' ? personOf('DIPLOMATIC_AGENT') : null,
  waiver: act.kind === 'WAIVER' ? expressly : null,
  notice: act.kind === 'EMERGENCY_DISCLOSURE' ? notice : null,
  ...changes,
});
const by = (represents: string, office: string) => ({ by: { represents, office } });
const persons = (...names: string[]) => ({ scope: { missions: [], keys: [], persons: names, categories: ['*'] } });
const scope = (keys: string[], missions: string[] = [], categories: Act['scope']['categories'] = ['*']) => ({
  scope: { missions, keys, persons: [], categories },
});
const under = (changes: Partial<Fact>): Partial<ActDraft> => ({ fact: factOf('Q1', changes) });

/** One whole act of each kind. */
const WHOLE: Readonly<Record<ActKind, Act>> = {
  CONSENT: actOf('CONSENT', 'HEAD_OF_MISSION', ['Q1']),
  CONSENT_REFUSAL: actOf('CONSENT_REFUSAL', 'HEAD_OF_MISSION', ['Q1']),
  RELEASE: actOf('RELEASE', 'FOREIGN_MINISTRY', ['Q1']),
  ORIGINATOR_CONSENT: actOf('ORIGINATOR_CONSENT', 'ORIGINATOR', ['Q1']),
  WAIVER: actOf('WAIVER', 'FOREIGN_MINISTRY', [], persons('p1')),
  MANDATE: actOf('MANDATE', 'FOREIGN_MINISTRY', ['Q1'], { to: { represents: 'CHE', agencies: ['*'] } }),
  AGREEMENT: actOf('AGREEMENT', 'GOVERNMENT', [], scope(['AGREED CHANNEL'])),
  DISASTER: actOf('DISASTER', 'EMERGENCY_SERVICE', ['Q1'], by('DEU', 'EMERGENCY_SERVICE')),
  JUDICIAL_DECISION: actOf('JUDICIAL_DECISION', 'COURT', [], { ...by('DEU', 'COURT'), ...scope(['file_17']) }),
  EMERGENCY_DISCLOSURE: actOf('EMERGENCY_DISCLOSURE', 'AGENCY_HEAD', ['Q1'], {
    to: { represents: 'DEU', agencies: ['DEU.fire-service'] },
    ...scope([], ['Q1'], ['THREAT']),
  }),
  PARTY_STATUS: actOf('PARTY_STATUS', 'GOVERNMENT', [], {
    to: { represents: '*', agencies: ['*'] },
    ...scope(['IPP 1973']),
  }),
  ASSIGNMENT: actOf('ASSIGNMENT', 'CASE_OFFICER', [], scope(['inc_1'])),
};

/** What is wrong with it, and the rule that refuses it. */
const FAULTS: readonly [ActKind, string, Partial<Act>, Partial<ActDraft>, string][] = [
  ['CONSENT', 'by the receiving State', by('DEU', 'HEAD_OF_MISSION'), {}, 'VCDR-22-1'],
  ['CONSENT', 'by a clerk', by('USA', 'CLERK'), {}, 'VCDR-22-1'],
  ['CONSENT', 'by a head of post for an embassy', by('USA', 'HEAD_OF_POST'), {}, 'VCDR-22-1'],
  ['CONSENT', 'by a clerk of a consulate', by('USA', 'CLERK'), under({ regime: 'VCCR' }), 'VCCR-31-2'],
  ['CONSENT', 'to the entry of every post', scope([], ['*']), {}, 'ACT-FORM'],
  ['CONSENT', 'for ever', { until: null }, {}, 'ACT-FORM'],
  ['CONSENT_REFUSAL', 'by the receiving State', by('DEU', 'HEAD_OF_MISSION'), {}, 'VCDR-22-1'],
  ['RELEASE', 'by the receiving State', by('DEU', 'FOREIGN_MINISTRY'), {}, 'VCDR-24'],
  [
    'RELEASE',
    'of a mission that nobody knows, of what another State made',
    {},
    { fact: null, owner: 'DEU.police' },
    'VCDR-24',
  ],
  ['RELEASE', 'by a driver', by('USA', 'DRIVER'), {}, 'VCDR-24'],
  ['RELEASE', 'by an agency of what another State made', by('USA', 'AGENCY_HEAD'), { owner: 'DEU.police' }, 'VCDR-24'],
  [
    'RELEASE',
    'by a head of post of the papers of an embassy',
    by('USA', 'HEAD_OF_POST'),
    { owner: 'DEU.police' },
    'VCDR-24',
  ],
  ['RELEASE', 'of everything', scope(['*']), {}, 'ACT-FORM'],
  ['RELEASE', 'of nothing', scope([]), {}, 'ACT-FORM'],
  ['ORIGINATOR_CONSENT', 'by a clerk', by('USA', 'CLERK'), {}, 'ACT-FORM'],
  ['ORIGINATOR_CONSENT', 'by another State', by('DEU', 'ORIGINATOR'), {}, 'ACT-FORM'],
  ['ORIGINATOR_CONSENT', 'over everything', scope([], ['*']), {}, 'ACT-FORM'],
  ['WAIVER', 'by the receiving State', by('DEU', 'FOREIGN_MINISTRY'), {}, 'VCDR-32'],
  ['WAIVER', 'by the diplomat himself', by('USA', 'THE_DIPLOMAT_HIMSELF'), {}, 'VCDR-32'],
  ['WAIVER', 'by a legal counsel of the United Nations', by('UN', 'LEGAL_COUNSEL'), about('UN_OFFICIAL'), 'CPIUN-18'],
  ['WAIVER', 'by the Secretary-General for himself', by('UN', 'UN_SG'), about('UN_SECRETARY_GENERAL'), 'CPIUN-18'],
  ['WAIVER', 'by the State for an official of the United Nations', {}, about('UN_OFFICIAL'), 'CPIUN-18'],
  ['WAIVER', 'of nobody knows whom', {}, { person: null }, 'VCDR-32'],
  ['WAIVER', 'for a whole mission', scope([], ['Q1']), {}, 'ACT-FORM'],
  ['WAIVER', 'of execution, for a whole mission', scope(['EXECUTION OF JUDGMENT'], ['Q1']), {}, 'ACT-FORM'],
  [
    'WAIVER',
    'in a message that says that the police may look',
    {},
    { waiver: { ...expressly, expressText: null } },
    'VCDR-32',
  ],
  ['WAIVER', 'in silence', {}, { waiver: null }, 'VCDR-32'],
  ['WAIVER', 'in no document', { ref: null }, {}, 'VCDR-32'],
  [
    'WAIVER',
    'of proceedings and execution at once',
    {},
    { waiver: { ...expressly, coversExecution: true } },
    'VCDR-32-4',
  ],
  ['WAIVER', 'of neither', {}, { waiver: { ...expressly, coversProceedings: false } }, 'VCDR-32-4'],
  ['WAIVER', 'of execution, kept as one of proceedings', {}, { waiver: ofExecution }, 'VCDR-32-4'],
  ['WAIVER', 'of proceedings, kept as one of execution', scope(['EXECUTION OF JUDGMENT', 'file_17']), {}, 'VCDR-32-4'],
  ['WAIVER', 'by word of mouth for a consul', { written: false }, about('CONSULAR_OFFICER'), 'VCCR-45'],
  ['WAIVER', 'for everybody', persons('*'), {}, 'ACT-FORM'],
  ['MANDATE', 'by a head of mission', by('USA', 'HEAD_OF_MISSION'), {}, 'VCDR-45bc'],
  ['MANDATE', 'by the receiving State', by('DEU', 'FOREIGN_MINISTRY'), {}, 'VCDR-45bc'],
  ['MANDATE', 'to the receiving State', { to: { represents: 'DEU', agencies: ['*'] } }, {}, 'VCDR-45bc'],
  ['MANDATE', 'to everyone', { to: { represents: '*', agencies: ['*'] } }, {}, 'VCDR-45bc'],
  ['MANDATE', 'that the receiving State has not accepted', { ref: null }, {}, 'VCDR-45bc'],
  ['AGREEMENT', 'by a head of mission', by('USA', 'HEAD_OF_MISSION'), {}, 'ACT-FORM'],
  ['AGREEMENT', 'with everyone', { to: { represents: '*', agencies: ['*'] } }, {}, 'ACT-FORM'],
  ['AGREEMENT', 'by word of mouth', { written: false }, {}, 'ACT-FORM'],
  ['AGREEMENT', 'without its text', { ref: null }, {}, 'ACT-FORM'],
  ['AGREEMENT', 'on what no rule asks for', scope(['FRIENDSHIP']), {}, 'ACT-FORM'],
  ['DISASTER', 'declared by the police', by('DEU', 'POLICE'), {}, 'VCCR-31-2D'],
  ['DISASTER', 'without end', { until: null }, {}, 'VCCR-31-2D'],
  ['DISASTER', 'of two days', { until: '2026-09-23T12:00:00Z' }, {}, 'VCCR-31-2D'],
  ['JUDICIAL_DECISION', 'by the police', by('DEU', 'POLICE'), {}, 'VCCR-41'],
  ['JUDICIAL_DECISION', 'by a court of the sending State', by('USA', 'COURT'), {}, 'VCCR-41'],
  ['JUDICIAL_DECISION', 'that is not named', { ref: null }, {}, 'VCCR-41'],
  ['JUDICIAL_DECISION', 'over a whole mission', scope([], ['Q1']), {}, 'ACT-FORM'],
  ['JUDICIAL_DECISION', 'over everybody', persons('*'), {}, 'ACT-FORM'],
  ['EMERGENCY_DISCLOSURE', 'by a duty officer', by('USA', 'DUTY_OFFICER'), {}, 'EO-4.2b'],
  ['EMERGENCY_DISCLOSURE', 'of what another State made', {}, { owner: 'GBR.police' }, 'EO-4.2b'],
  ['EMERGENCY_DISCLOSURE', 'of everything', scope([], ['*'], ['THREAT']), {}, 'EO-4.2b'],
  ['EMERGENCY_DISCLOSURE', 'without its notice', {}, { notice: null }, 'EO-4.2b'],
  ['PARTY_STATUS', 'by a clerk', by('USA', 'CLERK'), {}, 'ACT-FORM'],
  ['PARTY_STATUS', 'of two instruments', scope(['IPP 1973', 'VCDR 1961']), {}, 'ACT-FORM'],
  ['PARTY_STATUS', 'of an instrument that no rule asks for', scope(['CWC 1993']), {}, 'ACT-FORM'],
  ['PARTY_STATUS', 'for one State', { to: { represents: 'DEU', agencies: ['*'] } }, {}, 'ACT-FORM'],
  ['ASSIGNMENT', 'by nobody in particular', by('USA', 'DRIVER'), {}, 'ACT-FORM'],
  ['ASSIGNMENT', 'by another State', by('DEU', 'CASE_OFFICER'), {}, 'ACT-FORM'],
  ['ASSIGNMENT', 'of everyone', { to: { represents: '*', agencies: ['*'] } }, {}, 'ACT-FORM'],
  ['ASSIGNMENT', 'to no case', scope([]), {}, 'ACT-FORM'],
  ['ASSIGNMENT', 'to the execution of a judgment', scope(['EXECUTION OF JUDGMENT']), {}, 'ACT-FORM'],
  [
    'ASSIGNMENT',
    'as a notice of transit by its recipient',
    by('DEU', 'TRANSIT_NOTICE'),
    { owner: 'DEU.police' },
    'ACT-FORM',
  ],
];

describe('an act', () => {
  it.each(ACT_KINDS)('of kind %s is kept when it is whole', (kind) => {
    expect(checkAct(draftOf(WHOLE[kind]))).toEqual({ accepted: true });
  });

  it.each(FAULTS)('%s is not kept %s', (kind, _what, change, draft, rule) => {
    expect(checkAct(draftOf({ ...WHOLE[kind], ...change }, draft))).toMatchObject({ accepted: false, rule });
  });

  it('of every kind is refused for some fault', () => {
    expect([...new Set(FAULTS.map(([kind]) => kind))].sort()).toEqual([...ACT_KINDS].sort());
  });
});

describe('what is kept and what is matched', () => {
  it('are asked the same: an act that no record could count is not kept, and what is kept is counted', () => {
    const profile = profileOf('DEU.police', 'POLICE', 'PROTECT_LIFE', 'inc_1');
    const everyone = [...new Set(OFFICES.flatMap(({ offices }) => offices)), 'DRIVER', 'THE_DIPLOMAT_HIMSELF'];
    let kept = 0;
    for (const kind of ACT_KINDS.filter((each) => each !== 'AGREEMENT' && each !== 'PARTY_STATUS')) {
      for (const office of everyone) {
        for (const represents of ['USA', 'DEU', 'UN']) {
          for (const regime of REGIMES) {
            const act = { ...WHOLE[kind], ...by(represents, office) };
            const fact = factOf('Q1', { regime });
            const draft = draftOf(act, { fact });
            const record = {
              owner: 'USA.intelligence',
              missions: [Q1],
              person: draft.person,
              who: null,
              tags: new Set<string>(),
              key: null,
            };
            const question = { profile, category: 'PREMISES_INTERIOR', record, mission: Q1, fact } as const;
            const counts = flagsOf(act, question).length > 0;
            const { accepted } = checkAct(draft);
            if (accepted) kept += 1;
            if (act.by.office !== TRANSIT_NOTICE)
              expect({ kind, office, represents, regime, accepted }).toEqual({
                kind,
                office,
                represents,
                regime,
                accepted: counts,
              });
          }
        }
      }
    }
    expect(kept).toBeGreaterThan(200);
  });
});

describe('a waiver of execution', () => {
  it('is an act of its own, kept under its own key', () => {
    const act = { ...WHOLE.WAIVER, ...scope(['EXECUTION OF JUDGMENT', 'file_17']) };
    expect(checkAct(draftOf(act, { waiver: ofExecution }))).toEqual({ accepted: true });
  });
});

describe('the notice of an emergency disclosure', () => {
  it.each(DISCLOSURE_ITEMS)('is not whole without its item `%s`', (item) => {
    for (const missing of [null, '', '  ']) {
      const verdict = checkAct(draftOf(WHOLE.EMERGENCY_DISCLOSURE, { notice: { ...notice, [item]: missing } }));
      expect(verdict).toMatchObject({ accepted: false, rule: 'EO-4.2b' });
      expect(JSON.stringify(verdict)).toContain(`\`${item}\``);
    }
  });

  it('has six items', () => {
    expect(DISCLOSURE_ITEMS).toHaveLength(6);
  });
});
