import { NEVER, startOfDay } from '@chancery/shared/calendar';
import type { Instant } from '@chancery/shared/clock';
import { groupsOf, nextMembershipChange } from '@chancery/shared/memberships';

/** The organisation whose law on personal data binds the authorities of its members; its own bodies have a law of their own. */
const UNION = 'EU';

/** Which law of the European Union on personal data binds an authority, and until when that is so. */
export interface UnionStatus {
  /** Regulation (EU) 2018/1725 binds it: a body of the Union. */
  readonly unionBody: boolean;
  /** The GDPR binds it: an authority in the European Economic Area. */
  readonly underGdpr: boolean;
  /** The Directive on law enforcement binds it: a member, or associated with Schengen. */
  readonly underLed: boolean;
  readonly validUntil: Instant;
}

interface Association {
  readonly state: string;
  readonly from: Instant;
}

const since = (from: string, ...states: string[]): readonly Association[] =>
  states.map((state) => ({ state, from: startOfDay(from) }));

/** EEA Joint Committee Decision 154/2018, in force on 20 July 2018 (date from memory). */
const GDPR_BY_EEA = since('2018-07-20', 'ISL', 'LIE', 'NOR');
/** LED recitals 101-103: Schengen acquis, applied since the day of transposition (date from memory). */
const LED_BY_SCHENGEN = since('2018-05-06', 'CHE', 'ISL', 'LIE', 'NOR');

const ITSELF: UnionStatus = { unionBody: true, underGdpr: false, underLed: false, validUntil: NEVER };

function isIn(associations: readonly Association[], represents: string, now: Instant): boolean {
  return associations.some(({ state, from }) => state === represents && from <= now);
}

function nextAssociation(represents: string, now: Instant): Instant {
  const own = [...GDPR_BY_EEA, ...LED_BY_SCHENGEN].filter(({ state, from }) => state === represents && from > now);
  return Math.min(NEVER, ...own.map(({ from }) => from));
}

/** The law on personal data that binds an authority now; the dates of membership are in the table of memberships. */
export function unionStatusOf(represents: string, now: Instant): UnionStatus {
  if (represents === UNION) return ITSELF;
  const member = groupsOf(represents, now).includes(UNION);
  return {
    unionBody: false,
    underGdpr: member || isIn(GDPR_BY_EEA, represents, now),
    underLed: member || isIn(LED_BY_SCHENGEN, represents, now),
    validUntil: Math.min(nextMembershipChange(represents, now), nextAssociation(represents, now)),
  };
}
