import { labelOfMarks } from '@chancery/shared/labels/marks/label-of-mark';
import { parsePortion } from '@chancery/shared/labels/marks/parse-mark';
import { CONTROL_MARKS } from '@chancery/shared/labels/marks/tables/control-marks';
import { CUI_LIMITS } from '@chancery/shared/labels/marks/tables/cui-marks';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { groupsOf } from '@chancery/shared/memberships';
import type { Profile } from '@chancery/shared/subjects/subject';
import { describe, expect, it } from '@jest/globals';
import { profileOf } from '../testkit/scenario.js';
import { assessLaws } from './assess.js';
import { facetsOf, labelInput } from './label-input.js';

const NOW = Date.parse('2026-09-21T12:00:00Z');
const OWNER = 'USA.intelligence';

/** The rules that bar a cleared agency with these read-ins from a label. */
function barsOf(agency: string, label: string, ...compartments: string[]): string[] {
  const cleared = profileOf(agency, 'FOREIGN_MINISTRY', 'THREAT_PREVENTION');
  const policies = ['USA', 'GBR', 'NATO', 'EU'];
  const clearances = policies.map((policy) => ({
    policy,
    rank: 4 as const,
    briefedAt: '2020-01-01',
    ndaAt: '2020-01-01',
    until: null,
  }));
  const groups = groupsOf(cleared.subject.represents, NOW);
  return keysFor({ ...cleared, subject: { ...cleared.subject, clearances, compartments, groups } }, label);
}

function keysFor(profile: Profile, label: string): string[] {
  const handling = parseHandling(`${label};own=${OWNER}`);
  const facets = facetsOf(handling, 'INTEL_REPORT');
  return assessLaws(labelInput(profile, handling.label, OWNER, facets, NOW)).bars.map(({ key }) => key);
}

const ownWith = (name: string): string => `l=USA:3;c=${name};rel=USA;nat=*;pur=*`;
const openWith = (name: string): string => `l=USA:0;c=${name};rel=*;nat=*;pur=*`;
const releasedWith = (name: string): string => `l=USA:0;c=${name};rel=GBR+USA;nat=*;pur=*`;

// Register of 2016, G table 5, read by hand.
const ASK_NOTHING = ['FRD', 'TFNI', 'RSEN', 'IMCON', 'PROPIN', 'RELIDO', 'CUI-DELIB', 'CUI-PRVCY', 'CUI-SP-CTI'];
const ASK_AFFILIATION = [
  ...['FOUO', 'DCNI', 'UCNI', 'DSEN', 'FISA', 'LIMDIS', 'SBU', 'SBU-NF', 'LES', 'LES-NF', 'SSI'],
  ...['CUI', 'CUI-FED-ONLY', 'CUI-FEDCON', 'CUI-NOCON'],
];
const ASK_A_READ_IN = [
  ...['BOHEMIA', 'BALK', 'ATOMAL', 'RD', 'RD-CNWDI', 'RD-SIGMA-14', 'RD-SIGMA-15', 'RD-SIGMA-18', 'RD-SIGMA-20'],
  ...[
    'FRD-SIGMA-14',
    'FRD-SIGMA-15',
    'FRD-SIGMA-18',
    'FRD-SIGMA-20',
    'EXDIS',
    'NODIS',
    'CUI-AC',
    'CUI-AWP',
    'CUI-DL-ONLY',
  ],
  ...[
    'SI',
    'SI-G',
    'SI-G-ABCD',
    'TK',
    'TK-BLFH',
    'RSV-ABC',
    'HCS-P',
    'LMN',
    'SAR-BP',
    'SAR-BP-J12',
    'SAR-BUTTER_POPCORN',
  ],
];
/** Said by another part of a label than its compartments. */
const HAVE_THEIR_PLACE = ['ORCON', 'ORCON-USGOV', 'NOFORN', 'REL TO', 'DISPLAY ONLY', 'RELEASABLE TO'];

describe('every control of the registers before the law', () => {
  it('is one of those asked about here', () => {
    const asked = new Set([...ASK_NOTHING, ...ASK_AFFILIATION, ...ASK_A_READ_IN, ...HAVE_THEIR_PLACE]);
    const names = [...CONTROL_MARKS.map(({ name }) => name), ...CUI_LIMITS.flatMap(({ name }) => name ?? [])];
    expect(names.filter((name) => !asked.has(name))).toEqual([]);
  });

  it.each(ASK_NOTHING)('%s bars nobody', (name) => {
    expect(barsOf('USA.diplomatic-security', ownWith(name))).toEqual([]);
    expect(barsOf('GBR.foreign-ministry', releasedWith(name))).toEqual([]);
  });

  it.each(ASK_AFFILIATION)('%s bars whoever is not of the United States, and was released nothing by name', (name) => {
    expect(barsOf('USA.diplomatic-security', openWith(name))).toEqual([]);
    expect(barsOf('GBR.foreign-ministry', openWith(name))).toContain('IC-REL');
    expect(barsOf('GBR.foreign-ministry', openWith(name), name)).toContain('IC-REL');
    expect(barsOf('GBR.foreign-ministry', releasedWith(name))).toEqual([]);
  });

  it.each(ASK_A_READ_IN)('%s bars whoever was not read in', (name) => {
    const [bar, ...others] = barsOf('USA.diplomatic-security', ownWith(name));
    const expected = name.startsWith('SAR-')
      ? 'EO-4.3'
      : name.startsWith('HCS')
        ? 'LABEL-COMPARTMENT/hcs'
        : name === 'ATOMAL'
          ? 'NATO-CM49/atomal'
          : 'LABEL-COMPARTMENT';
    expect([bar, ...others]).toEqual([expected]);
    expect(barsOf('USA.diplomatic-security', ownWith(name), name)).toEqual([]);
    expect(barsOf('USA.diplomatic-security', ownWith(name), `${name}-BELOW`)).toEqual([]);
    expect(barsOf('USA.diplomatic-security', ownWith(name), name.slice(0, -1))).toEqual([expected]);
  });

  it.each([
    ['ORCON', '(S//OC)', 'USA.diplomatic-security', ['IC-OC']],
    ['ORCON-USGOV', '(S//OC-USGOV)', 'USA.diplomatic-security', []],
    ['ORCON-USGOV, abroad', '(S//OC-USGOV/REL TO USA, GBR)', 'GBR.foreign-ministry', ['IC-OC']],
    ['NOFORN', '(S//NF)', 'USA.diplomatic-security', []],
    ['NOFORN, abroad', '(S//NF)', 'GBR.foreign-ministry', ['IC-NF', 'IC-REL']],
    ['REL TO', '(S//REL TO USA, GBR)', 'GBR.foreign-ministry', []],
    ['DISPLAY ONLY', '(S//DISPLAY ONLY GBR)', 'GBR.foreign-ministry', []],
    ['a special access programme as the mark has it', '(TS//SAR-BP//NF)', 'USA.diplomatic-security', ['EO-4.3']],
    ['a source that must not be named', '(//FGI S//NF)', 'USA.diplomatic-security', []],
    [
      'a source that must not be named, abroad',
      '(//FGI S//REL TO USA, GBR)',
      'GBR.foreign-ministry',
      ['CFR-2001.54e', 'IC-FGIP'],
    ],
    [
      'information of NATO in a document of the United States',
      '(S//FGI NATO//REL TO USA, NATO)',
      'GBR.foreign-ministry',
      [],
    ],
  ])('%s is decided by its mark', (_, portion, agency, bars) => {
    expect(barsOf(agency, labelOfMarks([parsePortion(portion)], OWNER))).toEqual(bars);
  });

  it('asks for a briefing of NATO where NATO is a source', () => {
    const label = labelOfMarks([parsePortion('(S//FGI NATO//NF)')]);
    const unbriefed = profileOf('USA.diplomatic-security', 'FOREIGN_MINISTRY', 'THREAT_PREVENTION');
    expect(keysFor(unbriefed, label)).toContain('NATO-CM49/briefing');
  });
});
