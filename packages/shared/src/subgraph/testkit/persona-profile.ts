import type { Instant } from '../../clock.js';
import { groupsOf } from '../../memberships.js';
import { PERSONAS } from '../../subjects/personas.js';
import type { Profile } from '../../subjects/subject.js';
import type { Purpose } from '../../vocabulary.js';

/** When the tests of the services are. */
export const NOW: Instant = Date.parse('2026-09-21T12:00:00Z');

/** A persona of the demonstration as it asks, for a purpose or for its first. */
export function profileOf(persona: string, purpose?: Purpose): Profile {
  const found = PERSONAS.find(({ id }) => id === persona);
  const asked = purpose ?? found?.purposes[0];
  if (found === undefined || asked === undefined) throw new Error(`no persona ${persona}`);
  const { represents, agency, kind, nationalities, clearances, compartments } = found;
  const own = { represents, agency, kind, nationalities, clearances, compartments };
  return {
    subject: { ...own, id: 'a:00000000000000aa', groups: groupsOf(represents, NOW) },
    purpose: asked,
    caseId: null,
  };
}
