import type { Act, Fact } from '@chancery/shared/snapshot/snapshot';
import {
  ACT_KINDS,
  type ActKind,
  AGENCY_KINDS,
  type AgencyKind,
  CATEGORIES,
  type Category,
  LEGAL_STATUSES,
  PURPOSES,
  type Purpose,
} from '@chancery/shared/vocabulary';
import type { CaseRequest } from './case-file.js';
import type { RandomSource } from './random.js';

const NOW = '2026-09-21T13:00:00Z';
const STATES = ['DEU', 'DEU', 'DEU', 'USA', 'GBR', 'CHE', 'ZAF'] as const;
const MISSIONS = ['Q1', 'Q2', 'Q3'] as const;
interface Theme {
  readonly states: readonly [string, ...string[]];
  readonly kinds: readonly [AgencyKind, ...AgencyKind[]];
  readonly purposes: readonly [Purpose, ...Purpose[]];
  readonly categories: readonly [Category, ...Category[]];
  readonly acts: readonly [ActKind, ...ActKind[]];
}

/** What tends to come together; without it most cases would test the default denial. Most requests stray from it somewhere. */
const THEMES: readonly [Theme, ...Theme[]] = [
  {
    states: ['DEU'],
    kinds: ['EMERGENCY_SERVICE'],
    purposes: ['PROTECT_LIFE'],
    categories: ['PREMISES_RESCUE', 'PREMISES_RESCUE', 'PREMISES_INTERIOR'],
    acts: ['DISASTER', 'DISASTER', 'DISASTER', 'DISASTER', 'CONSENT', 'CONSENT_REFUSAL'],
  },
  {
    states: STATES,
    kinds: ['POLICE', 'FOREIGN_MINISTRY'],
    purposes: ['THREAT_PREVENTION', 'INCIDENT_RESPONSE'],
    categories: ['THREAT', 'PREMISES_PERIMETER', 'INTEL_REPORT'],
    acts: ['PARTY_STATUS', 'ORIGINATOR_CONSENT', 'ASSIGNMENT', 'AGREEMENT'],
  },
  {
    states: STATES,
    kinds: ['COURT', 'POLICE', 'FOREIGN_MINISTRY'],
    purposes: ['PROSECUTION', 'CRIMINAL_INVESTIGATION'],
    categories: ['ARCHIVE', 'PREMISES_INTERIOR', 'CASE'],
    acts: ['RELEASE', 'CONSENT', 'WAIVER', 'JUDICIAL_DECISION', 'EMERGENCY_DISCLOSURE'],
  },
  {
    states: ['CHE', 'GBR'],
    kinds: ['FOREIGN_MINISTRY'],
    purposes: ['INTERESTS_PROTECTION', 'CONSULAR_ASSISTANCE'],
    categories: ['LEGAL_ACT', 'CONSULAR_CASE'],
    acts: ['MANDATE'],
  },
  {
    states: ['USA', 'ZAF'],
    kinds: ['OVERSIGHT'],
    purposes: ['OVERSIGHT'],
    categories: ['AUDIT', 'LEGAL_ACT', 'INCIDENT_FACT'],
    acts: ['RELEASE'],
  },
  {
    states: STATES,
    kinds: [...AGENCY_KINDS],
    purposes: [...PURPOSES],
    categories: ['EXISTENCE', ...CATEGORIES],
    acts: [...ACT_KINDS],
  },
];
const OPEN = 'l=-;rel=*;nat=*;pur=*';
const LABELS = [
  'l=-;rel=DEU+USA;nat=*;pur=*',
  'l=USA:1;rel=*;nat=*;pur=*',
  'l=-;rel=*;nat=USA;pur=*',
  'l=-;rel=*;nat=*;pur=PROTECT_LIFE+THREAT_PREVENTION',
  'l=-;rel=*;nat=*;pur=*;oc=USA.intelligence:ORCON',
] as const;

function factOf(random: RandomSource, m: string): Fact {
  return {
    m,
    sending: random.pick(['USA', 'USA', 'USA', 'ZAF']),
    receiving: random.pick(['DEU', 'DEU', 'DEU', 'GBR']),
    regime: random.chance(0.9) ? random.pick(['VCDR', 'VCCR', 'VCCR_HONORARY']) : random.pick(['CPIUN', 'NONE']),
    legalStatus: random.pick(LEGAL_STATUSES),
    protectingPower: null,
    from: random.chance(0.95) ? '2026-01-01' : '2026-12-01',
    until: random.pick([null, '2027-01-01']),
  };
}

function actOf(random: RandomSource, index: number, topic: Topic): Act {
  const { category, represents } = topic;
  return {
    id: `act_${index}`,
    v: 1,
    kind: random.pick(topic.acts),
    by: {
      represents: random.pick(['USA', 'USA', 'USA', 'USA', 'DEU', 'ZAF', represents]),
      office: random.pick(['HEAD_OF_MISSION', 'HEAD_OF_MISSION', 'HEAD_OF_POST', 'DESIGNEE', 'EMERGENCY_SERVICE']),
    },
    to: { represents: random.pick([represents, represents, represents, represents, '*', 'GBR']), agencies: ['*'] },
    scope: {
      missions: random.chance(0.1) ? ['*'] : random.some(MISSIONS, 0.6),
      keys: random.pick([[], [], ['k1'], ['case1'], ['IPP 1973']]),
      persons: [],
      categories: random.pick([['*'], [category], [category], ['THREAT']]),
    },
    from: random.chance(0.9) ? '2026-09-21T12:00:00Z' : '2026-09-21T14:00:00Z',
    until: random.pick([null, '2026-09-21T18:00:00Z', '2026-09-21T18:00:00Z', '2026-09-21T12:30:00Z']),
    written: random.chance(0.5),
    ref: random.pick([null, 'note 17', 'note 17']),
    revokedAt: random.chance(0.8) ? null : random.pick(['2026-09-21T12:45:00Z', '2026-09-21T15:00:00Z']),
  };
}

/** Whether the represented State is a party to the IPP Convention: drawn on its own, or IPP-4 would hardly ever hold. */
function partyStatus(represents: string): Act {
  return {
    id: 'act_party',
    v: 1,
    kind: 'PARTY_STATUS',
    by: { represents, office: 'GOVERNMENT' },
    to: { represents: '*', agencies: ['*'] },
    scope: { missions: [], keys: ['IPP 1973'], persons: [], categories: ['*'] },
    from: '1977-02-24T00:00:00Z',
    until: null,
    written: true,
    ref: null,
    revokedAt: null,
  };
}

/** What a random law is about: acts that never match who asks for what would test nothing. */
export interface Topic {
  readonly category: Category;
  readonly represents: string;
  readonly acts: readonly [ActKind, ...ActKind[]];
}

/** A snapshot's facts and acts. */
export function randomLaw(random: RandomSource, topic: Topic): Pick<CaseRequest, 'facts' | 'acts'> {
  const acts = random.some([0, 1, 2, 3, 4, 5], 0.5).map((index) => actOf(random, index, topic));
  return {
    facts: random.some(MISSIONS, 0.9).map((mission) => factOf(random, mission)),
    acts: random.chance(0.5) ? [...acts, partyStatus(topic.represents)] : acts,
  };
}

function handlingOf(random: RandomSource, agency: string): string {
  const owner = random.pick([agency, 'USA.intelligence', 'USA.intelligence', 'ZAF.security', 'CHANCERY.register']);
  const missions = random.chance(0.7) ? [random.pick(MISSIONS)] : random.some(MISSIONS, 0.5);
  const tags = random.some(['exclusiveUse', 'keptSeparate', 'public'], 0.4);
  return [
    random.chance(0.7) ? OPEN : random.pick(LABELS),
    `own=${owner}`,
    ...(missions.length === 0 ? [] : [`m=${missions.join('+')}`]),
    ...(tags.length === 0 ? [] : [`t=${tags.join('+')}`]),
    ...(random.chance(0.3) ? ['x=k1'] : []),
  ].join(';');
}

/** One request: who asks, for what, under which facts and acts. */
export function randomRequest(random: RandomSource): CaseRequest {
  const theme = random.pick(THEMES);
  const stray = (): Theme => (random.chance(0.12) ? random.pick(THEMES) : theme);
  const represents = random.pick(stray().states);
  const kind = random.pick(stray().kinds);
  const agency = `${represents}.${kind.toLowerCase().replace('_', '-')}`;
  const category = random.pick(stray().categories);
  return {
    subject: {
      id: 'a:1',
      represents,
      agency,
      kind,
      nationalities: [represents],
      clearances: [{ policy: 'USA', rank: random.pick([0, 1, 3]), briefedAt: null, ndaAt: null, until: null }],
      compartments: [],
      groups: [],
    },
    purpose: random.pick(stray().purposes),
    caseId: random.pick([null, 'case1']),
    category,
    handling: handlingOf(random, agency),
    now: NOW,
    stale: random.chance(0.1),
    ...randomLaw(random, { category, represents, acts: stray().acts }),
  };
}
