import { ACT_KINDS, type ActKind, type Category, REGIMES } from '@chancery/shared/vocabulary';
import type { ActFlag } from '../../compiled/bits.js';
import { AGREEMENT_SUBJECTS, INSTRUMENTS } from '../../facts/act-subjects.js';
import type { EveryTheorem, Exception } from '../theorem.js';
import {
  choices,
  firstOfEach,
  ISSUERS,
  officesOf,
  RECEIVING,
  raised,
  SENDING,
  strangeOfficesOf,
} from './tried-acts.js';

/** Words that the law takes as the decision of whoever made the record. */
const BY_THE_MAKER: readonly ActFlag[] = [
  'RELEASE_BY_MAKER',
  'CONSENT_BY_MAKER',
  'ORIGINATOR_CONSENT',
  'ASSIGNMENT',
  'EMERGENCY_DISCLOSURE',
  'AGREEMENT_ADEQUACY',
  'AGREEMENT_ADEQUACY_LED',
  'AGREEMENT_SAFEGUARDS',
  'AGREEMENT_LEGAL_ASSISTANCE',
];
const MAKERS = [`${SENDING}.office`, `${RECEIVING}.office`, 'FRA.office', 'CHANCERY.register'];
const CATEGORIES: readonly Category[] = ['PREMISES_RESCUE', 'PERSONAL_DATA', 'EVIDENCE', 'ARCHIVE'];
/** Every kind of act can count for it. */
const REACHED_BY_ALL: readonly Category[] = ['PREMISES_RESCUE'];

/** Keys that an act of the kind names so as to be about something. */
function keysOf(kind: ActKind): readonly (readonly string[])[] {
  if (kind === 'AGREEMENT') return [AGREEMENT_SUBJECTS.map(({ key }) => key)];
  if (kind === 'PARTY_STATUS') return INSTRUMENTS.map(({ key }) => [key]);
  return [['k1', 'inc1']];
}

/** Whether the issuer made the record, keeps it by the register as sending State, or decides for its members on adequacy. */
function isItsMaker(represents: string, owner: string): boolean {
  if (owner.startsWith('CHANCERY.')) return represents === SENDING;
  return owner.startsWith(`${represents}.`) || (represents === 'EU' && /^(DEU|FRA)\./.test(owner));
}

interface Choice {
  readonly offices: readonly string[];
  readonly categories: readonly Category[];
  readonly isTried: (represents: string, owner: string) => boolean;
}

function* actsOf(kind: ActKind, { offices, categories, isTried }: Choice) {
  for (const [represents, office, regime] of choices(ISSUERS, offices, REGIMES)) {
    for (const [owner, category, keys] of choices(MAKERS, categories, keysOf(kind))) {
      if (!isTried(represents, owner)) continue;
      const scope = { missions: ['Q1'], keys };
      const record = `own=${owner};m=Q1;x=k1`;
      yield { represents, ...raised({ kind, represents, office, scope, category, regime, record }) };
    }
  }
}

function* strangersActs(): Generator<Exception> {
  for (const kind of ACT_KINDS) {
    const byStrangers: Choice = {
      offices: officesOf(kind),
      categories: CATEGORIES,
      isTried: (represents, owner) => !isItsMaker(represents, owner),
    };
    for (const { represents, flags, request } of actsOf(kind, byStrangers)) {
      const taken = flags.filter((each) => BY_THE_MAKER.includes(each));
      if (taken.length > 0) yield { name: `${kind} by ${represents} raises ${taken.join(', ')}`, request };
    }
  }
}

export const MAKERS_SPEAK_FOR_THEMSELVES: EveryTheorem = {
  id: 'makers-speak-for-themselves',
  article: 'EO 13526 4.1(i)(1), 4.2(b); VCDR 24, 27(2); GDPR 45-46; LED 36-37; IPP 10(2)',
  forbids: 'that an act of a State which did not make the record counts as the decision of whoever did',
  kind: 'every',
  exceptions: () => firstOfEach(strangersActs()),
};

function* strangersOffices(): Generator<Exception> {
  for (const kind of ACT_KINDS) {
    const byOthers: Choice = { offices: strangeOfficesOf(kind), categories: REACHED_BY_ALL, isTried: () => true };
    for (const { flags, request } of actsOf(kind, byOthers)) {
      if (flags.length > 0) yield { name: `${kind} raises ${flags.join(', ')}`, request };
    }
  }
}

export const OFFICES_ALONE_SPEAK: EveryTheorem = {
  id: 'offices-alone-speak',
  article:
    'VCDR 14(1), 19(1), 22(1), 32(1), 41(2); VCCR 9(1), 15(1), 31(2), 41(1), 45(1); CPIUN 20; VCLT 7(2); docs/offices.md',
  forbids: 'that an act counts whose office the table does not name for its kind, though it speaks in acts of another',
  kind: 'every',
  exceptions: () => firstOfEach(strangersOffices()),
};
