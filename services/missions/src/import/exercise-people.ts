import type { PersonCategory } from '@chancery/policy/compiled/bits';
import { FamilyMember } from '../people/family-member.js';
import { ImmunityStatus } from '../people/immunity-status.js';
import { PostHolder } from '../people/post-holder.js';
import type { PostOffice } from '../people/vocabulary.js';
import { exerciseOf, type Making } from './exercise-set.js';
import { type PersonMark, pseudonym } from './post-handling.js';
import { bySize, isConsular, isSmall } from './post-size.js';

/** A post holder, from which several records are made. */
interface Holder {
  readonly office: PostOffice;
  readonly category: PersonCategory;
  readonly nationality: string;
  readonly isResident: boolean;
  readonly arrived: number;
  readonly mark: PersonMark;
}

/** How long before an arrival the holder was appointed, and the head agreed to. */
const [APPOINTED_DAYS, AGREED_DAYS] = [30, 45];

/** The one that has left, and when; the last day of privileges allows for time to leave (VCDR 39(2), VCCR 53(3)). */
const [LEFT, LEFT_DAYS, TO_LEAVE_DAYS] = [3, -12, 30];

/** The holder with that number at a post: the head, the security officer, somebody who was engaged locally, somebody who has left. */
export function holderOf({ post, day }: Pick<Making, 'post' | 'day'>, at: number): Holder {
  const office: PostOffice =
    at === 0
      ? isConsular(post)
        ? 'HEAD_OF_POST'
        : 'HEAD_OF_MISSION'
      : at === 1
        ? 'REGIONAL_SECURITY_OFFICER'
        : at === 2
          ? 'LOCAL_GUARD'
          : 'ADMINISTRATIVE_OFFICER';
  const isLocal = at === 2;
  const category: PersonCategory = isLocal
    ? 'LOCAL_STAFF'
    : at === LEFT
      ? isConsular(post)
        ? 'CONSULAR_EMPLOYEE'
        : 'ADMINISTRATIVE_TECHNICAL'
      : isSmall(post)
        ? 'HONORARY_OFFICER'
        : isConsular(post)
          ? 'CONSULAR_OFFICER'
          : 'DIPLOMATIC_AGENT';
  const nationality = isLocal ? (post.receivingStates[0] ?? post.sendingState) : post.sendingState;
  const arrived = -(200 + 170 * at + (post.key.length * 31 + Number(post.key.slice(-2))) * 3);
  const mark: PersonMark = {
    category,
    nationality,
    from: day(arrived),
    until: at === LEFT ? day(LEFT_DAYS + TO_LEAVE_DAYS) : null,
    key: pseudonym('P', `${post.key} ${at}`),
  };
  return { office, category, nationality, isResident: isLocal, arrived, mark };
}

/** Whose record it is stands in its handling, and nowhere by name. */
export function personHandling(making: Making, holder: Holder): string {
  const tags = holder.isResident ? ['permanentResident'] : [];
  return making.handling('HOST', { owner: 'foreign-ministry', person: holder.mark, tags });
}

const BASES: Readonly<Partial<Record<PersonCategory, string>>> = {
  DIPLOMATIC_AGENT: 'VCDR 29, 31, 39',
  CONSULAR_OFFICER: 'VCCR 41, 43, 53',
  HONORARY_OFFICER: 'VCCR 43, 71(1) by 58(2)',
  LOCAL_STAFF: 'VCDR 38(2); VCCR 71(2)',
};
const STATION: Readonly<Partial<Record<PostOffice, string>>> = {
  HEAD_OF_MISSION: 'HOM',
  HEAD_OF_POST: 'HOP',
  REGIONAL_SECURITY_OFFICER: 'RSO',
  LOCAL_GUARD: 'LGD',
};

/** People of posts, by office and code. */
export const PEOPLE_SETS = [
  exerciseOf<PostHolder>(PostHolder, 'PHO', bySize(4, 1), (making) => {
    const { post, at, day, number } = making;
    const holder = holderOf(making, at);
    return {
      reference: `${STATION[holder.office] ?? 'OFF'}-${post.key}`,
      handling: personHandling(making, holder),
      office: holder.office,
      immunityCategory: holder.category,
      nationality: holder.nationality,
      permanentResident: holder.isResident,
      acceptability: at === 0 ? 'AGREED' : 'NOTIFIED',
      acceptabilityBy: at === 0 ? (post.receivingStates[0] ?? null) : null,
      acceptabilityOn: at === 0 ? day(holder.arrived - AGREED_DAYS) : null,
      appointedOn: day(holder.arrived - APPOINTED_DAYS),
      functionsEndedOn: at === LEFT ? day(LEFT_DAYS - 1) : null,
      arrivedOn: day(holder.arrived),
      departedOn: at === LEFT ? day(LEFT_DAYS) : null,
      privilegesFrom: day(holder.arrived),
      privilegesUntil: holder.mark.until,
      fiscalStatus: holder.isResident ? 'LIABLE' : isSmall(post) ? 'PARTLY_EXEMPT' : 'EXEMPT',
      contact: `Duty line, extension ${number(200, 899, 'line')}`,
      liveLocation: at === 1 ? 'Checked in at the chancery' : null,
    };
  }),
  // The second record of a post corrects when its first holder's privileges began: the register learnt it later.
  exerciseOf<ImmunityStatus>(ImmunityStatus, 'IMS', bySize(3, 1), (making) => {
    const { at, day, moment } = making;
    const who = at === 0 ? 0 : at - 1;
    const holder = holderOf(making, who);
    return {
      handling: personHandling(making, holder),
      category: holder.category,
      basis: BASES[holder.category] ?? 'VCDR 37',
      validFrom: day(holder.arrived + (at === 0 && !isSmall(making.post) ? 14 : 0)),
      // Of one in three the end of the tour is known.
      validUntil: at === 2 ? day(400) : null,
      recordedAt: moment((holder.arrived + at * 20) * 24),
      supersededAt: at === 0 && !isSmall(making.post) ? moment((holder.arrived + 20) * 24) : null,
      postHolder: making.linked(PostHolder, who),
    };
  }),
  exerciseOf<FamilyMember>(FamilyMember, 'FAM', bySize(2, 0), (making) => {
    const { post, at, day, linked } = making;
    const holder = holderOf(making, at);
    const family = isConsular(post) ? 'FAMILY_OF_CONSULAR_OFFICER' : 'FAMILY_OF_AGENT';
    const joined = holder.arrived + 5 + at;
    const mark = { ...holder.mark, category: family, from: day(joined) };
    return {
      handling: making.handling('HOST', { owner: 'foreign-ministry', person: mark }),
      relation: at === 0 ? 'SPOUSE_OR_PARTNER' : 'CHILD',
      members: at === 0 ? 1 : making.number(1, 3, 'children'),
      joinedAt: day(joined),
      leftAt: null,
      postHolder: linked(PostHolder, at),
    };
  }),
];
