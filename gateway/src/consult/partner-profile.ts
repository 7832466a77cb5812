import { startOfDay } from '@chancery/shared/calendar';
import type { Instant } from '@chancery/shared/clock';
import { groupsOf } from '@chancery/shared/memberships';
import type { Subject } from '@chancery/shared/subjects/subject';
import type { TrustAgreement } from '@chancery/shared/subjects/trust-agreement';
import type { TrustStore } from '@chancery/shared/subjects/trust-store';

/** An agency that an agreement in force lets in. */
export interface Partner {
  readonly agreement: TrustAgreement;
  /** Whoever of the agency is cleared and read in as far as the agreement goes, and briefed: nobody of it can be more. */
  readonly subject: Subject;
}

const LONG_SINCE = '1970-01-01';

/** The agencies that agreements let in at an instant, by their names. */
export function partnersAt(trust: Pick<TrustStore, 'agreements'>, now: Instant): readonly Partner[] {
  return trust
    .agreements()
    .filter(({ validFrom, validTo }) => startOfDay(validFrom) <= now && now < startOfDay(validTo))
    .flatMap((agreement) => [...agreement.agencies.keys()].flatMap((agency) => partnerOf(agreement, agency, now)))
    .sort((a, b) => (a.subject.agency < b.subject.agency ? -1 : 1));
}

function partnerOf(agreement: TrustAgreement, agency: string, now: Instant): readonly Partner[] {
  const { represents, agencies, ceiling, compartments } = agreement;
  const kind = agencies.get(agency);
  if (kind === undefined) return [];
  const clearances = [...ceiling].map(([policy, rank]) => {
    return { policy, rank, briefedAt: LONG_SINCE, ndaAt: LONG_SINCE, until: null };
  });
  const subject: Subject = {
    id: `agency:${agency}`,
    represents,
    agency,
    kind,
    nationalities: [represents],
    clearances,
    compartments: [...compartments].sort(),
    groups: groupsOf(represents, now),
  };
  return [{ agreement, subject }];
}
