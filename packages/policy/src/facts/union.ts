import { NEVER } from '@chancery/shared/calendar';
import type { Instant } from '@chancery/shared/clock';
import { groupsOf, nextMembershipChange } from '@chancery/shared/memberships';

/** The organisation whose law on personal data binds its own bodies and the authorities of its members. */
const UNION = 'EU';

/** Whether an authority is bound by the law of the European Union on personal data, and until when that is so. */
export interface UnionStatus {
  readonly bound: boolean;
  readonly validUntil: Instant;
}

const ITSELF: UnionStatus = { bound: true, validUntil: NEVER };

/** By State, at the instant last asked about: thousands of records of a few States are asked about at one. */
const known = new Map<string, UnionStatus>();
let knownAt: Instant = Number.NaN;

/** The Union's own bodies are bound, and the authorities of whoever is a member now; the dates are in the table of memberships. */
export function unionStatusOf(represents: string, now: Instant): UnionStatus {
  if (represents === UNION) return ITSELF;
  if (now !== knownAt) {
    known.clear();
    knownAt = now;
  }
  let status = known.get(represents);
  if (status === undefined) {
    const bound = groupsOf(represents, now).includes(UNION);
    status = { bound, validUntil: nextMembershipChange(represents, now) };
    known.set(represents, status);
  }
  return status;
}
