import type { Instant } from '@chancery/shared/clock';
import { ClientError } from '@chancery/shared/errors';
import { groupsOf } from '@chancery/shared/memberships';
import { chooseProfile } from '@chancery/shared/subjects/choose-profile';
import { PERSONAS } from '@chancery/shared/subjects/personas';
import type { Profile } from '@chancery/shared/subjects/subject';

/** The profile of a persona of the development issuer, as its token would give it. */
export function profileOfPersona(
  id: string,
  purpose: string | undefined,
  caseId: string | undefined,
  now: Instant,
): Profile {
  const persona = PERSONAS.find((each) => each.id === id);
  if (persona === undefined) {
    const known = PERSONAS.map((each) => each.id).join(', ');
    throw new ClientError('INPUT_INVALID', `unknown persona \`${id}\`; there are ${known}`, 'as');
  }
  const { represents, agency, kind, nationalities, clearances, compartments, purposes } = persona;
  const groups = groupsOf(represents, now);
  const subject = { id: `persona ${id}`, represents, agency, kind, nationalities, clearances, compartments, groups };
  return chooseProfile({ subject, purposes }, { purpose, caseId });
}
