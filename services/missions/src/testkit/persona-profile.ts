import { groupsOf } from '@chancery/shared/memberships';
import { PERSONAS } from '@chancery/shared/subjects/personas';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Purpose } from '@chancery/shared/vocabulary';

/** A persona of the demonstration as it asks at a moment: for a purpose, or for its first. */
export function personaProfile(id: string, now: number, purpose?: Purpose): Profile {
  const persona = PERSONAS.find((each) => each.id === id);
  const asked = purpose ?? persona?.purposes[0];
  if (persona === undefined || asked === undefined) throw new Error(`no persona ${id}`);
  const { agency, kind, represents, nationalities, clearances, compartments } = persona;
  const own = { agency, kind, represents, nationalities, clearances, compartments };
  return {
    subject: { ...own, id: 'a:00000000000000aa', groups: groupsOf(represents, now) },
    purpose: asked,
    caseId: null,
  };
}
