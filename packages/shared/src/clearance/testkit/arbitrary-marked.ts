import fc from 'fast-check';
import { withAffiliation } from '../../labels/affiliation.js';
import { internLabel } from '../../labels/intern.js';
import { type Label, type Permissive, type Rank, TLP_COLOURS } from '../../labels/label.js';
import { NOW } from '../../labels/testkit/arbitrary-labels.js';
import { groupsOf } from '../../memberships.js';
import { PERSONAS } from '../../subjects/personas.js';
import type { Subject } from '../../subjects/subject.js';

const OWNERS = ['USA', 'GBR', 'DEU', 'FRA', 'NATO', 'EU', 'UN'];
const RECIPIENTS = [...OWNERS, 'AUS', 'NZL', 'URY', 'FVEY', 'ACGU'];

/** Compartments and controls that the registers have words for. */
export const WORDS = [
  ...['SI', 'SI-G', 'SI-G-ABCD', 'SI-XYZ', 'TK', 'TK-BLFH', 'TK-IDIT', 'HCS-P', 'HCS-O', 'HCS-P-JJJ', 'RSV-ABC', 'LMN'],
  ...['SAR-BP', 'SAR-BP-J12', 'SAR-BUTTER_POPCORN', 'RD', 'RD-CNWDI', 'RD-SIGMA-14', 'FRD', 'FRD-SIGMA-18', 'TFNI'],
  ...['DCNI', 'UCNI', 'ATOMAL', 'BOHEMIA', 'BALK', 'RSEN', 'FOUO', 'IMCON', 'PROPIN', 'DSEN', 'FISA', 'RELIDO'],
  ...['LIMDIS', 'EXDIS', 'NODIS', 'SBU', 'SBU-NF', 'LES', 'LES-NF', 'SSI', 'CUI', 'CUI-SP-PRVCY', 'CUI-FED-ONLY'],
];
/** Words that no register has. */
const UNKNOWN = ['UMBRA', 'HCS', 'SI-G-ABCD-E', 'FGI-PROTECTED'];

const setOf = (values: readonly string[], maxLength: number): fc.Arbitrary<Set<string>> =>
  fc.subarray([...values], { maxLength }).map((some) => new Set(some));
const permissive = (values: readonly string[]): fc.Arbitrary<Permissive> =>
  fc.oneof(fc.constant<Permissive>('ANY'), setOf(values, 4));

/** Labels of every kind, well made or not: what a service may have stored, and what links and floors join. */
export const markedLabel: fc.Arbitrary<Label> = fc
  .record({
    ranks: fc.dictionary(fc.constantFrom(...OWNERS, 'XYZ'), fc.constantFrom<Rank>(0, 1, 2, 3, 4), { maxKeys: 2 }),
    compartments: fc.oneof({ weight: 3, arbitrary: fc.constant(new Set<string>()) }, setOf([...WORDS, ...UNKNOWN], 3)),
    releasableTo: permissive([...RECIPIENTS, 'ZZZ']),
    nationals: fc.oneof(
      { weight: 4, arbitrary: fc.constant<Permissive>('ANY') },
      setOf(['USA', 'GBR', 'DEU', 'FRA'], 2),
    ),
    displayOnly: fc.oneof({ weight: 3, arbitrary: fc.constant(new Set<string>()) }, setOf([...RECIPIENTS, 'AFG'], 2)),
    controls: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      fc.subarray(['USA.a:ORCON', 'USA.a:ORCON-USGOV', 'DEU.b:H2', 'DEU.b:H1', 'FRA.c:NEW'], { maxLength: 2 }),
    ),
    foreignSources: fc.oneof(
      { weight: 3, arbitrary: fc.constant(new Set<string>()) },
      setOf(['DEU', 'GBR', 'NATO', '~', 'USA'], 2),
    ),
    tlp: fc.option(fc.constantFrom(...TLP_COLOURS), { freq: 6 }),
  })
  .map(({ ranks, displayOnly, controls, releasableTo, ...parts }) => {
    const beyond = releasableTo === 'ANY' ? [] : [...displayOnly].filter((entry) => !releasableTo.has(entry));
    const label = {
      ...parts,
      releasableTo,
      purposes: 'ANY' as const,
      ranks: new Map(Object.entries(ranks)),
      displayOnly: beyond.length === 0 ? null : new Set(beyond),
      originatorControls: [...controls].sort().map((control) => {
        const [organisation = '', mode = ''] = control.split(':');
        return { organisation, mode };
      }),
    };
    return internLabel(withAffiliation(label));
  });

const subjectOf = (represents: string, compartments: readonly string[]): Subject => ({
  id: 'a:0000000000000000',
  represents,
  agency: `${represents}.agency`,
  kind: 'FOREIGN_MINISTRY',
  nationalities: represents.length === 3 ? [represents] : [],
  clearances: ['USA', 'GBR', 'DEU', 'FRA', 'NATO', 'EU', 'UN', 'XYZ'].map((policy) => ({
    policy,
    rank: 4,
    briefedAt: '1990-01-01',
    ndaAt: '1990-01-01',
    until: null,
  })),
  compartments,
  groups: groupsOf(represents, NOW),
});

const PERSONA_SUBJECTS: readonly Subject[] = PERSONAS.map((persona) => ({
  ...persona,
  id: 'a:0000000000000000',
  groups: groupsOf(persona.represents, NOW),
}));

/** Every persona of the demonstration, and readers of every owner who were read in to everything. */
export const VIEWERS: readonly Subject[] = [
  ...PERSONA_SUBJECTS,
  ...[...OWNERS, 'AUS', 'OSCE', 'IAEA'].map((represents) => subjectOf(represents, [...WORDS, ...UNKNOWN])),
];

/** Readers of States and organisations that a mark may or may not admit, with and without read-ins. */
export const READERS: readonly Subject[] = [...RECIPIENTS, 'AFG', 'RUS'].flatMap((represents) => [
  subjectOf(represents, []),
  subjectOf(represents, [...WORDS, ...UNKNOWN]),
]);
