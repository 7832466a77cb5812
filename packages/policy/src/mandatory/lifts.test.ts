import type { Clearance } from '@chancery/shared/subjects/subject';
import { ACT_KINDS, type Category } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { askerOf, barsOfScenario, bestActs, type MandatoryScenario } from '../testkit/mandatory-scenario.js';
import { BAR_KEYS, type BarKey } from './bars.js';
import { MANDATORY_RULES } from './catalogue.js';
import { MANDATORY_LIFTS } from './lifts.js';

const cleared = (policy: string, rank: Clearance['rank']): Clearance => {
  return { policy, rank, briefedAt: '2026-01-10', ndaAt: '2025-11-03', until: '2027-01-10' };
};
const US = 'own=USA.intelligence';
const us = askerOf('USA.consular', { clearances: [cleared('USA', 3)] });
const uncleared = askerOf('USA.consular');
const fra = askerOf('FRA.foreign-ministry');
const party = askerOf('DEU.foreign-ministry', { clearances: [cleared('NATO', 2)], groups: ['NATO'] });
const austrian = askerOf('AUT.foreign-ministry', { clearances: [cleared('NATO', 3)] });
const swiss = askerOf('CHE.foreign-ministry', { clearances: [cleared('EU', 3)] });

type Given = readonly [profile: MandatoryScenario['profile'], handling: string, category?: Category];

/** What raises each bar. */
const SCENARIOS: Readonly<Record<BarKey, Given>> = {
  'EO-4.1a': [uncleared, `l=USA:3;rel=*;nat=*;pur=*;${US}`],
  'NATO-1/clearance': [party, 'l=NATO:3;rel=*;nat=*;pur=*;own=NATO.staff'],
  'NATO-CM49/briefing': [fra, 'l=NATO:1;rel=*;nat=*;pur=*;own=NATO.staff'],
  'EU-7': [fra, 'l=EU:1;rel=*;nat=*;pur=*;own=EU.eeas'],
  'UK-GSCP/tier': [fra, 'l=GBR:3;rel=*;nat=*;pur=*;own=GBR.intelligence'],
  'LABEL-RANK': [uncleared, 'l=DEU:3;rel=*;nat=*;pur=*;own=DEU.police'],
  'EO-4.3': [us, `l=-;c=SAR-XX;rel=*;nat=*;pur=*;${US}`],
  'NATO-CM49/atomal': [party, 'l=-;c=ATOMAL;rel=*;nat=*;pur=*;own=NATO.staff'],
  'LABEL-COMPARTMENT': [us, `l=-;c=SI;rel=*;nat=*;pur=*;${US}`],
  'LABEL-COMPARTMENT/hcs': [us, `l=-;c=HCS;rel=*;nat=*;pur=*;${US}`],
  'IC-NF': [fra, `l=-;rel=*;nat=USA;pur=*;${US}`],
  'UK-GSCP/caveat': [fra, 'l=-;rel=*;nat=GBR;pur=*;own=GBR.intelligence'],
  'LABEL-NATIONALITY': [us, 'l=-;rel=*;nat=DEU;pur=*;own=DEU.police'],
  'IC-REL': [fra, `l=-;rel=USA;nat=*;pur=*;${US}`],
  'IC-DO': [fra, `l=-;rel=USA;nat=*;pur=*;do=IRQ;${US}`],
  'NATO-1/party': [austrian, 'l=NATO:3;rel=*;nat=*;pur=*;own=NATO.staff'],
  'NATO-CM49/release': [austrian, 'l=NATO:3;rel=*;nat=*;pur=*;own=NATO.staff'],
  'EU-13': [swiss, 'l=EU:3;rel=*;nat=*;pur=*;own=EU.eeas'],
  'EU-13/originator': [swiss, 'l=EU:3;rel=*;nat=*;pur=*;own=FRA.foreign-ministry'],
  TLP: [fra, `l=-;rel=*;nat=*;pur=*;tlp=RED;${US}`],
  'IC-OC': [fra, `l=-;rel=*;nat=*;pur=*;oc=USA.intelligence:ORCON;${US}`],
  'EO-4.1i1': [us, `l=USA:3;rel=*;nat=*;pur=*;${US};t=predatesOrder`],
  'CFR-2001.55': [fra, `l=USA:3;rel=*;nat=*;pur=*;${US};t=priorAuthorisation`],
  'SIENA-H': [fra, 'l=-;rel=*;nat=*;pur=*;oc=NLD.police:H2;own=NLD.police'],
  'CFR-2001.54e': [fra, `l=-;rel=*;nat=*;pur=*;fgi=GBR;${US}`],
  'LABEL-FGI': [fra, 'l=-;rel=*;nat=*;pur=*;fgi=GBR;own=DEU.police'],
  'GSA-NLUS': [fra, `l=-;rel=*;nat=*;pur=*;fgi=NLD;${US}`],
  'GSA-NLSE': [fra, 'l=-;rel=*;nat=*;pur=*;fgi=SWE;own=NLD.police'],
  'GSA-ATFR': [us, 'l=-;rel=*;nat=*;pur=*;fgi=AUT;own=FRA.police'],
  'IC-FGIP': [us, `l=-;rel=*;nat=*;pur=*;fgi=~;${US}`, 'INTEL_SOURCE'],
  'IC-NF/unmarked': [fra, `l=USA:3;rel=*;nat=*;pur=*;fgi=~;${US}`],
  'EO-4.1a/need-to-know': [us, `l=USA:3;rel=*;nat=*;pur=*;${US};t=caseBound`],
  'SIENA-H/purpose': [fra, 'l=-;rel=*;nat=*;pur=*;oc=NLD.police:H0;own=NLD.police'],
  'GSA-NLUS/purpose': [us, `l=-;rel=*;nat=*;pur=TRAINING;fgi=NLD;${US}`],
  'GSA-NLSE/purpose': [askerOf('NLD.police'), 'l=-;rel=*;nat=*;pur=TRAINING;fgi=SWE;own=NLD.police'],
  'GSA-ATFR/purpose': [askerOf('FRA.police'), 'l=-;rel=*;nat=*;pur=TRAINING;fgi=AUT;own=FRA.police'],
  'LABEL-PURPOSE': [us, `l=-;rel=*;nat=*;pur=TRAINING;${US}`],
};

function scenarioOf(key: BarKey): MandatoryScenario {
  const [profile, handling, category = 'THREAT'] = SCENARIOS[key];
  return { profile, handling: `${handling};x=k1`, category, acts: [], stale: false };
}

function remains(key: BarKey, kinds: readonly (typeof ACT_KINDS)[number][], stale = false): boolean {
  const scenario = scenarioOf(key);
  const acts = kinds.flatMap((kind) => bestActs(kind, scenario.profile, scenario.category));
  return barsOfScenario({ ...scenario, acts, stale }).includes(key);
}

describe.each(BAR_KEYS)('the bar %s', (key) => {
  const alternatives = MANDATORY_LIFTS.filter(({ bar }) => bar === key).map(({ acts }) => acts);

  it('is raised, and by no act lifted but by those of the table', () => {
    expect(remains(key, [])).toBe(true);
    for (const kind of ACT_KINDS) {
      const lifts = alternatives.some((acts) => acts.every((act) => act === kind));
      expect([kind, remains(key, [kind])]).toEqual([kind, !lifts]);
    }
  });

  it('is lifted by each alternative of the table whole, and by none while it is UNKNOWN whether that is in force', () => {
    for (const acts of alternatives) {
      expect(remains(key, acts)).toBe(false);
      expect(remains(key, acts, true)).toBe(true);
    }
    const others = ACT_KINDS.filter((kind) => !alternatives.some(([first]) => first === kind));
    expect(remains(key, others)).toBe(true);
  });

  it('is lifted by no act of somebody who speaks for nobody, nor by one over everything', () => {
    const scenario = scenarioOf(key);
    const all = ACT_KINDS.flatMap((kind) => bestActs(kind, scenario.profile, scenario.category));
    const byDriver = all.map((act) => ({ ...act, by: { ...act.by, office: 'DRIVER' } }));
    expect(barsOfScenario({ ...scenario, acts: byDriver })).toContain(key);
    const overAll = all.map((act) => ({ ...act, scope: { ...act.scope, keys: ['*'] } }));
    expect(barsOfScenario({ ...scenario, acts: overAll })).toContain(key);
  });

  it('says on its citation what lifts it', () => {
    const said = MANDATORY_RULES.get(key)?.cited.liftedBy ?? null;

    expect(said).toEqual([...new Set(alternatives.flat())]);
  });
});

describe('consent, release and emergency disclosure', () => {
  it('lift no bar in common but those that the Order reaches', () => {
    const lifted = (kind: (typeof ACT_KINDS)[number]) =>
      MANDATORY_LIFTS.filter(({ acts }) => acts.includes(kind)).map(({ bar }) => bar);
    const shared = lifted('ORIGINATOR_CONSENT').filter((bar) => lifted('EMERGENCY_DISCLOSURE').includes(bar));

    expect(lifted('RELEASE').filter((bar) => lifted('ORIGINATOR_CONSENT').includes(bar))).toEqual([]);
    expect(lifted('RELEASE').filter((bar) => lifted('EMERGENCY_DISCLOSURE').includes(bar))).toEqual([
      'IC-REL',
      'IC-DO',
    ]);
    expect(shared).toEqual(['EO-4.1i1', 'CFR-2001.55', 'IC-OC']);
  });
});
