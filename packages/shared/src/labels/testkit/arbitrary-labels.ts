import fc from 'fast-check';
import { assessDominance } from '../../clearance/dominance.js';
import { groupsOf } from '../../memberships.js';
import type { Clearance, Profile } from '../../subjects/subject.js';
import type { Purpose } from '../../vocabulary.js';
import { internLabel } from '../intern.js';
import { type Label, type Permissive, type Rank, TLP_COLOURS } from '../label.js';

/** The time at which the laws are tested. */
export const NOW = Date.parse('2026-09-21T12:00:00Z');
const STATES = ['USA', 'GBR', 'DEU', 'FRA', 'RUS'];
const PURPOSES: Purpose[] = ['PROTECT_LIFE', 'THREAT_PREVENTION', 'TRANSIT'];

const rank = fc.constantFrom<Rank>(0, 1, 2, 3, 4);
const setOf = <T extends string>(values: readonly T[]) => fc.subarray([...values]).map((some) => new Set<string>(some));
const permissiveOf = (values: readonly string[]): fc.Arbitrary<Permissive> =>
  fc.oneof(fc.constant<Permissive>('ANY'), setOf(values));
const recipients = [...STATES, 'EU', 'NATO', 'FVEY'];

/** Any label, over few values so that two often meet. */
export const label: fc.Arbitrary<Label> = fc
  .record({
    ranks: fc.dictionary(fc.constantFrom('USA', 'GBR', 'DEU', 'NATO', 'EU'), rank, { maxKeys: 3 }),
    compartments: setOf(['SI', 'TK', 'RSEN', 'RELIDO']),
    releasableTo: permissiveOf(recipients),
    nationals: permissiveOf(STATES),
    purposes: permissiveOf(PURPOSES),
    displayOnly: setOf(recipients),
    controls: fc.subarray(['A:H2', 'B:ORCON', 'B:H2']),
    foreignSources: setOf(['GBR', 'DEU', '~']),
    tlp: fc.option(fc.constantFrom(...TLP_COLOURS)),
  })
  .map(({ ranks, displayOnly, controls, ...parts }) => {
    const { releasableTo } = parts;
    const beyond = releasableTo === 'ANY' ? [] : [...displayOnly].filter((entry) => !releasableTo.has(entry));
    return internLabel({
      ...parts,
      ranks: new Map(Object.entries(ranks)),
      displayOnly: beyond.length === 0 ? null : new Set(beyond),
      originatorControls: [...controls].sort().map((control) => {
        const [organisation = '', mode = ''] = control.split(':');
        return { organisation, mode };
      }),
    });
  });

/** Any clearance: live, lapsed, briefed or not yet. */
export const clearance: fc.Arbitrary<Clearance> = fc.record({
  policy: fc.constantFrom('USA', 'GBR', 'DEU', 'NATO', 'EU'),
  rank,
  briefedAt: fc.constantFrom(null, '2026-01-01', '2027-01-01'),
  ndaAt: fc.constant(null),
  until: fc.constantFrom(null, '2026-01-01', '2027-01-01'),
});

/** Any subject with any of the purposes that labels name. */
export const profile: fc.Arbitrary<Profile> = fc
  .record({
    represents: fc.constantFrom(...STATES),
    nationalities: fc.subarray(STATES),
    clearances: fc.array(clearance, { maxLength: 4 }),
    compartments: fc.subarray(['SI', 'TK']),
    purpose: fc.constantFrom(...PURPOSES),
  })
  .map(({ purpose, ...attributes }) => ({
    purpose,
    caseId: null,
    subject: {
      id: 'a:0000000000000000',
      agency: `${attributes.represents}.agency`,
      kind: 'POLICE',
      groups: groupsOf(attributes.represents, NOW),
      ...attributes,
    },
  }));

/** Labels that profiles often dominate: without them the laws below would hold of almost nothing. */
export const easyLabel: fc.Arbitrary<Label> = fc.tuple(label, fc.boolean()).map(([some, keepRank]) =>
  internLabel({
    ...some,
    ranks: keepRank ? some.ranks : new Map([...some.ranks].map(([policy]): [string, Rank] => [policy, 0])),
    compartments: new Set(),
    nationals: 'ANY',
    purposes: 'ANY',
  }),
);

/** A subject of the United States that holds just these clearances, with a briefing of every policy. */
export const cleared = (clearances: readonly Pick<Clearance, 'policy' | 'rank'>[]): Profile => ({
  purpose: 'TRANSIT',
  caseId: null,
  subject: {
    id: 'a:0000000000000000',
    represents: 'USA',
    agency: 'USA.agency',
    kind: 'POLICE',
    nationalities: ['USA'],
    clearances: clearances.map((held) => ({ ...held, briefedAt: '1990-01-01', ndaAt: null, until: null })),
    compartments: [],
    groups: [],
  },
});

/** Whether a profile dominates a label at that time. */
export const dominates = (who: Profile, what: Label): boolean => assessDominance(who, what, NOW).failures.size === 0;
