import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import type { Act } from '@chancery/shared/snapshot/snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import type { Profile } from '@chancery/shared/subjects/subject';
import { describe, expect, it } from '@jest/globals';
import { callerCitations } from '../decide/caller-citations.js';
import { createPolicyEngine } from '../engine.js';
import { actOf, factOf, NOON, profileOf } from '../testkit/scenario.js';

const engine = createPolicyEngine();
const police = profileOf('DEU.police', 'POLICE', 'THREAT_PREVENTION');
const decide = (label: string, acts: Act[] = [], profile: Profile = police, missions = 'Q1') => {
  const view = viewOf(sealSnapshot({ number: 1, facts: [factOf('Q1'), factOf('Q2')], acts }), false);
  const handling = parseHandling(`${label};own=USA.intelligence;m=${missions}`);
  const decided = engine.decide(profile, 'THREAT', handling, 'read', view, NOON);
  return { code: decided.code, rules: decided.citations.map(({ rule }) => rule), acts: decided.acts, decided };
};

describe('the mandatory layer', () => {
  it.each([
    ['l=USA:1;rel=*;nat=*;pur=*', 'LABEL_NOT_DOMINATED', 'EO-4.1a'],
    ['l=FRA:1;rel=*;nat=*;pur=*', 'LABEL_NOT_DOMINATED', 'LABEL-RANK'],
    ['l=-;c=SI;rel=*;nat=*;pur=*', 'LABEL_NOT_DOMINATED', 'LABEL-COMPARTMENT'],
    ['l=-;rel=*;nat=USA;pur=*', 'LABEL_NOT_DOMINATED', 'IC-NF'],
    ['l=-;rel=*;nat=FRA;pur=*', 'LABEL_NOT_DOMINATED', 'LABEL-NATIONALITY'],
    ['l=-;rel=GBR+USA;nat=*;pur=*', 'RELEASE_NOT_COVERED', 'IC-REL'],
    ['l=-;rel=-;nat=*;pur=*', 'RELEASE_NOT_COVERED', 'IC-REL'],
    ['l=-;rel=*;nat=*;pur=*;oc=USA.intelligence:ORCON', 'ORIGINATOR_CONTROL', 'IC-OC'],
    ['l=-;rel=*;nat=*;pur=PROTECT_LIFE', 'PURPOSE_MISMATCH', 'LABEL-PURPOSE'],
  ])('closes %s with %s although a rule permits', (label, code, rule) => {
    expect(decide('l=-;rel=*;nat=*;pur=*')).toMatchObject({ code: null, rules: ['VCDR-22-2'] });
    expect(decide(label)).toMatchObject({ code, rules: [rule] });
  });

  it('chooses one code and cites all that failed', () => {
    expect(decide('l=USA:3;c=SI;rel=GBR;nat=GBR;pur=PROTECT_LIFE;oc=USA.intelligence:ORCON')).toMatchObject({
      code: 'LABEL_NOT_DOMINATED',
      rules: ['EO-4.1a', 'LABEL-COMPARTMENT', 'UK-GSCP', 'IC-REL', 'IC-OC', 'LABEL-PURPOSE'],
    });
  });
});

describe('originator control', () => {
  const controlled = 'l=-;rel=*;nat=*;pur=*;oc=USA.intelligence:ORCON';
  const consent = actOf('ORIGINATOR_CONSENT', 'ORIGINATOR', ['Q1']);

  it('gives way to the consent of the originator, which the decision names', () => {
    expect(decide(controlled, [consent])).toMatchObject({ code: null, acts: ['act_originator_consent@1'] });
  });

  it('gives way to no consent of another State, for another mission, or for another kind of data', () => {
    const others = [
      { ...consent, by: { represents: 'GBR', office: 'ORIGINATOR' } },
      { ...consent, scope: { ...consent.scope, missions: ['Q2'] } },
      { ...consent, scope: { ...consent.scope, categories: ['ARCHIVE'] } },
      actOf('RELEASE', 'FOREIGN_MINISTRY', ['Q1']),
    ];

    for (const other of others) expect(decide(controlled, [other]).code).toBe('ORIGINATOR_CONTROL');
  });

  it('asks for a consent in respect of every mission that the record concerns', () => {
    expect(decide(controlled, [consent], police, 'Q1+Q2').code).toBe('ORIGINATOR_CONTROL');
    const over = (missions: string[]) =>
      decide(controlled, [{ ...consent, scope: { ...consent.scope, missions } }], police, 'Q1+Q2').code;
    expect(over(['Q1', 'Q2'])).toBeNull();
    // Nobody consents for everything there is (writes/acts.ts refuses to keep such an act).
    expect(over(['*'])).toBe('ORIGINATOR_CONTROL');
  });

  it('does not bind the originator itself, and binds its sister agency', () => {
    expect(decide(controlled, [], profileOf('USA.intelligence', 'INTELLIGENCE', 'THREAT_PREVENTION')).code).toBeNull();
    expect(decide(controlled, [], profileOf('USA.consular', 'CONSULAR', 'THREAT_PREVENTION')).code).toBe(
      'ORIGINATOR_CONTROL',
    );
  });
});

describe('what the caller is told', () => {
  it('of a label is a generic citation, and never which test failed', () => {
    const { decided } = decide('l=USA:3;c=SI;rel=GBR;nat=*;pur=*');

    expect(callerCitations(decided)).toEqual([{ rule: 'LABEL', instrument: 'CHANCERY', article: 'label' }]);
  });

  it('of a treaty is the rule itself, without what is not a citation', () => {
    expect(callerCitations(decide('l=-;rel=*;nat=*;pur=*').decided)).toEqual([
      { rule: 'VCDR-22-2', instrument: 'VCDR 1961', article: '22(2)' },
    ]);
  });

  it('of a fault of ours is the default denial alone', () => {
    const broken = createPolicyEngine({
      evaluate: (_category, rules) => ({ bars: [], bases: [], duties: [], failed: rules.permits }),
    });
    const view = viewOf(sealSnapshot({ number: 1, facts: [], acts: [] }), false);
    const decided = broken.decide(
      police,
      'THREAT',
      parseHandling('l=-;rel=*;nat=*;pur=*;own=USA.intelligence'),
      'read',
      view,
      NOON,
    );

    expect(decided.code).toBe('POLICY_ERROR');
    expect(callerCitations(decided).map(({ rule }) => rule)).toEqual(['CHY-DENY']);
  });
});
