import { ACT_KINDS, type ActKind, CATEGORIES } from '@chancery/shared/vocabulary';
import type { PolicySource } from '../../compile/read-policy.js';
import { ACT_FLAGS, type ActFlag } from '../../compiled/bits.js';
import { canLift } from '../../register/act-lifts.js';
import { about, BASED, flag, madeBy, OPEN, oneOf, rule, word } from '../atoms.js';
import { all, any, FALSE, type Formula, not, of, TRUE } from '../formula.js';
import { type NeverTheorem, type Part, sameBut } from '../theorem.js';

/** The words that an act of each kind raises. */
export const FLAGS_OF_KIND: Readonly<Record<ActKind, readonly ActFlag[]>> = {
  CONSENT: ['CONSENT_HEAD_OF_MISSION', 'CONSENT_HEAD_OF_POST', 'CONSENT_DESIGNEE', 'CONSENT_UN_SG', 'CONSENT_BY_MAKER'],
  CONSENT_REFUSAL: ['CONSENT_REFUSAL'],
  RELEASE: ['RELEASE', 'RELEASE_BY_MAKER'],
  ORIGINATOR_CONSENT: ['ORIGINATOR_CONSENT'],
  WAIVER: ['WAIVER_EXPRESS', 'WAIVER_WRITTEN', 'WAIVER_EXECUTION'],
  MANDATE: ['MANDATE'],
  AGREEMENT: ACT_FLAGS.filter((each) => each.startsWith('AGREEMENT_')),
  DISASTER: ['DISASTER'],
  JUDICIAL_DECISION: ['JUDICIAL_DECISION'],
  EMERGENCY_DISCLOSURE: ['EMERGENCY_DISCLOSURE'],
  PARTY_STATUS: ACT_FLAGS.filter((each) => each.startsWith('PARTY_')),
  ASSIGNMENT: ['ASSIGNMENT'],
};

/** The questions are the same, but that `b` has an act of the kind more. */
function oneActMore(flags: readonly ActFlag[]): Formula {
  const names = new Set(flags.flatMap((each) => [`inForce.${each}`, `notExcluded.${each}`]));
  return all(
    of('a', not(oneOf('inForce', flags))),
    of('b', oneOf('inForce', flags)),
    sameBut((name) => names.has(name)),
  );
}

/** Lifts that the table does not know: a bar that holds without the act and not with it. */
function strayLift(kind: ActKind, source: PolicySource): Formula {
  const { id } = source.rule.annotations;
  const listed = CATEGORIES.filter((category) => canLift(id, kind, category));
  return all(of('a', rule(id)), of('b', not(rule(id))), not(about(...listed)));
}

/** What lifts is a table (register/act-lifts.ts), and the table is the whole of it. */
export function liftsAsTheTableSays(sources: readonly PolicySource[]): NeverTheorem {
  const bars = sources.filter(({ rule: { effect } }) => effect === 'forbid');
  const parts = ACT_KINDS.map((kind): Part => {
    const flags = FLAGS_OF_KIND[kind];
    // A mandate makes the protecting power, and is part of what its custody lets it read (VCDR 45(b), VCCR 27(1)(b)).
    const within = kind === 'MANDATE' ? of('a', not(word('role', 'PROTECTING_POWER'))) : TRUE;
    return { name: kind, breaks: all(within, oneActMore(flags), any(...bars.map((each) => strayLift(kind, each)))) };
  });
  return {
    id: 'acts-lift-what-the-table-says',
    article: 'VCDR 22(1), 24, 27(2), 32; VCCR 27, 31(2), 33, 41, 45; CPIUN 20; GDPR 44-46; LED 35-37',
    forbids:
      'that an act lifts a bar which the table of lifts does not name for it, or opens a kind of data that its row leaves out',
    kind: 'never',
    questions: ['a', 'b'],
    parts,
  };
}

/** Nobody of the issuer's State made the record; by kind of act, whoever may issue it. */
const BY_ANOTHER: readonly { readonly kind: ActKind; readonly flags: readonly ActFlag[]; readonly when: Formula }[] = [
  { kind: 'RELEASE', flags: ['RELEASE'], when: all(not(madeBy('sending')), not(flag('registerRecord'))) },
  {
    kind: 'CONSENT',
    flags: ['CONSENT_HEAD_OF_MISSION', 'CONSENT_HEAD_OF_POST', 'CONSENT_DESIGNEE', 'CONSENT_UN_SG'],
    when: all(not(madeBy('sending')), not(flag('registerRecord'))),
  },
  { kind: 'WAIVER', flags: FLAGS_OF_KIND.WAIVER, when: not(madeBy('sending')) },
  { kind: 'JUDICIAL_DECISION', flags: ['JUDICIAL_DECISION'], when: not(madeBy('receiving')) },
  { kind: 'MANDATE', flags: ['MANDATE'], when: all(not(madeBy('sending')), not(flag('registerRecord'))) },
  { kind: 'DISASTER', flags: ['DISASTER'], when: not(madeBy('receiving')) },
];

/** What an article lets a State open that did not make it. */
const BY_ARTICLE: Readonly<Partial<Record<ActKind, Formula>>> = {
  // VCCR 31(2): consent to entry is assumed in fire or other disaster requiring prompt protective action.
  // VCDR 22(2), VCCR 31(3), 59: who protects must find the house.
  DISASTER: about('PREMISES_RESCUE', 'PREMISES_PERIMETER'),
};

export const NO_STATE_OPENS_ANOTHERS_RECORD: NeverTheorem = {
  id: 'no-act-opens-another-makers-record',
  article: 'VCDR 22(1) second sentence, 24, 27(2), 32, 45; VCCR 27, 31(2), 33, 35(2), 45; IPP 10',
  forbids:
    "that an act of one State is the basis for reading what another State's agency made, save what an article lets it open",
  kind: 'never',
  questions: ['a', 'b'],
  parts: BY_ANOTHER.map(({ kind, flags, when }) => ({
    name: kind,
    breaks: all(oneActMore(flags), of('a', all(when, not(BASED))), of('b', OPEN), not(BY_ARTICLE[kind] ?? FALSE)),
  })),
};

export const REFUSAL_OPENS_NOTHING: NeverTheorem = {
  id: 'refusal-opens-nothing',
  article: 'VCDR 22(1); VCCR 31(2)',
  forbids: 'that a refusal of consent opens anything, or leaves a consent standing',
  kind: 'never',
  questions: ['a', 'b'],
  parts: [{ name: 'a refusal', breaks: all(oneActMore(['CONSENT_REFUSAL']), of('a', not(OPEN)), of('b', OPEN)) }],
};
