import { CATEGORIES, type Category, type Purpose, type Role } from '@chancery/shared/vocabulary';
import type { PolicySource } from '../../compile/read-policy.js';
import { ACT_FLAGS } from '../../compiled/bits.js';
import { about, flag, OPEN, oneOf, rule, word } from '../atoms.js';
import { all, any, type Formula, not, TRUE } from '../formula.js';
import type { Need, SomeTheorem } from '../theorem.js';

const idOf = ({ rule: { annotations } }: PolicySource): string => annotations.id;

/** Rules that repeat another article for a time or a kind of post, and stay for their citation: no outcome turns on them alone. */
export const REPEATED: Readonly<Record<string, string>> = {
  'UNHQ-9': 'Headquarters Agreement 9(a) says of the district what CPIUN 3 says of all premises of the Organisation',
  'VCDR-45aP': 'VCDR 45(a) repeats 22(1) for the time after a break of relations',
};

/** A question whose outcome the policy alone decides. */
function decidesAlone(source: PolicySource, sources: readonly PolicySource[]): Formula {
  const { effect } = source.rule;
  const others = sources
    .filter((each) => each !== source && each.rule.effect === effect)
    .map((each) => rule(idOf(each)));
  const permits = sources.filter((each) => each.rule.effect === 'permit').map((each) => rule(idOf(each)));
  const own = rule(idOf(source));
  if (effect === 'duty') return all(own, OPEN);
  return effect === 'permit' ? all(own, OPEN, not(any(...others))) : all(own, any(...permits), not(any(...others)));
}

export function noDeadPolicy(sources: readonly PolicySource[]): SomeTheorem {
  return {
    id: 'no-dead-policy',
    article: 'every rule of law/',
    forbids: 'that a rule changes the outcome of no question: a bar behind another bar, a permit beside another permit',
    kind: 'some',
    needs: sources
      .filter((each) => REPEATED[idOf(each)] === undefined)
      .map((each): Need => ({ name: idOf(each), meets: decidesAlone(each, sources) })),
  };
}

/** Who a kind of data is made for, so that it must reach them on no more than their task. */
interface Audience {
  readonly category: Category;
  readonly roles: readonly Role[];
  readonly purposes?: readonly Purpose[];
  /** Their own record, or one that another made. */
  readonly own?: boolean;
  /** The agency that made it, rather than another of its State. */
  readonly maker?: boolean;
  /** An act without which nobody outside has it. */
  readonly acts?: readonly (typeof ACT_FLAGS)[number][];
}

const SENDING: readonly Role[] = ['SENDING_STATE'];
const MINISTRY: readonly Role[] = ['RECEIVING_STATE_MFA'];
const POLICE: readonly Role[] = ['RECEIVING_STATE_LEA'];
const FIRE_SERVICE: readonly Role[] = ['RECEIVING_STATE_EMERGENCY'];
const own = (category: Category): Audience => ({ category, roles: SENDING, own: true });
const to = (category: Category, roles: readonly Role[], ...purposes: Purpose[]): Audience => {
  return purposes.length === 0 ? { category, roles, own: false } : { category, roles, purposes, own: false };
};

/** The kinds of data and who they are made for (contracts, section 6). */
const AUDIENCES: readonly Audience[] = [
  to('LEGAL_STATUS', MINISTRY),
  to('PREMISES_PERIMETER', POLICE, 'THREAT_PREVENTION'),
  { category: 'PREMISES_PERIMETER', roles: FIRE_SERVICE, purposes: ['PROTECT_LIFE'], own: false, acts: ['DISASTER'] },
  { category: 'PREMISES_RESCUE', roles: FIRE_SERVICE, purposes: ['PROTECT_LIFE'], own: false, acts: ['DISASTER'] },
  ...CATEGORIES.filter((each) => each !== 'AUDIT' && each !== 'BIOMETRIC').map(own),
  // What was enrolled is for whoever enrolled it.
  { category: 'BIOMETRIC', roles: SENDING, own: true, maker: true },
  to('CORRESPONDENCE', MINISTRY),
  to('COURIER', ['RECEIVING_STATE_BORDER']),
  to('COURIER', ['TRANSIT_STATE']),
  to('HOST_FACILITY', SENDING),
  to('FISCAL', ['RECEIVING_STATE_FISCAL'], 'TAX_FISCAL'),
  to('ROSTER', MINISTRY, 'PROTOCOL_NOTIFICATION'),
  to('PERSON_STATUS', MINISTRY),
  to('PERSON_STATUS', POLICE, 'STATUS_CHECK'),
  to('FAMILY', MINISTRY, 'PROTOCOL_NOTIFICATION'),
  to('INCIDENT_FACT', ['THIRD_STATE']),
  to('RESPONSE_REQUEST', MINISTRY),
  to('RESPONSE_REQUEST', POLICE),
  to('VICTIM', SENDING),
  to('OFFENDER', ['THIRD_STATE', 'RECEIVING_STATE_LEA']),
  to('DETENTION', SENDING, 'CONSULAR_ASSISTANCE'),
  to('EVIDENCE', ['THIRD_STATE', 'RECEIVING_STATE_COURT', 'SENDING_STATE']),
  to('PROCEEDING', ['THIRD_STATE', 'SENDING_STATE', 'IGO']),
  to('EVACUATION', ['TRANSIT_STATE'], 'EVACUATION'),
  to('EVACUEE', ['TRANSIT_STATE'], 'EVACUATION'),
  to('TRANSIT', ['TRANSIT_STATE'], 'TRANSIT'),
  to('CONSULAR_CASE', SENDING, 'CONSULAR_ASSISTANCE'),
  to('THREAT', POLICE, 'THREAT_PREVENTION'),
  { category: 'LEGAL_ACT', roles: ['PROTECTING_POWER'], own: false, acts: ['MANDATE'] },
  { category: 'AUDIT', roles: ['OVERSIGHT'], own: true },
  { category: 'LEGAL_ACT', roles: ['OVERSIGHT'], own: true },
];

/** The bases of last resort do not count: whoever made it reads it, an act opens it. */
function reaches({ category, roles, purposes, own: isOwn, maker, acts = [] }: Audience): Formula {
  const otherActs = ACT_FLAGS.filter((each) => !each.startsWith('PARTY_') && !acts.includes(each));
  return all(
    about(category),
    oneOf('role', roles),
    purposes === undefined ? TRUE : oneOf('purpose', purposes),
    maker === true ? flag('originator') : not(flag('originator')),
    isOwn === true ? flag('ownState') : not(flag('ownState')),
    not(oneOf('inForce', otherActs)),
    not(word('tags', 'public')),
    OPEN,
  );
}

const nameOf = ({ category, roles, own: isOwn }: Audience): string =>
  `${category} to ${roles.join('/')}, ${isOwn === true ? 'of its own' : 'of another'}`;

export const NO_DEAD_CATEGORY: SomeTheorem = {
  id: 'no-dead-category',
  article: 'VCDR 10, 22(2), 25-26, 27(5), 31(4), 34, 40, 41(2), 44, 45; VCCR 26-28, 31(3), 34-37; IPP 4-6, 10-11',
  forbids: 'that a kind of data reaches nobody of those it is made for',
  kind: 'some',
  needs: AUDIENCES.map((each) => ({ name: nameOf(each), meets: reaches(each) })),
};
