import { parseRegisterKey } from '@chancery/shared/brands';
import type { Act, Fact } from '@chancery/shared/snapshot/snapshot';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { ActKind, AgencyKind, Category, Purpose } from '@chancery/shared/vocabulary';

/** Half past the fire. */
export const NOON = Date.parse('2026-09-21T12:00:00Z');
export const MINUTE = 60_000;

/** A profile of an agency with no clearance. */
export function profileOf(agency: string, kind: AgencyKind, purpose: Purpose, caseId: string | null = null): Profile {
  const represents = agency.slice(0, agency.indexOf('.'));
  return {
    subject: {
      id: 'a:7f3c',
      represents,
      agency,
      kind,
      nationalities: [represents],
      clearances: [],
      compartments: [],
      groups: [],
    },
    purpose,
    caseId,
  };
}

/** The mission of most scenarios. */
export const Q1 = parseRegisterKey('Q1');

/** The fact of a mission, in force through 2026. */
export function factOf(m: string, changes: Partial<Fact> = {}): Fact {
  return {
    m,
    sending: 'USA',
    receiving: 'DEU',
    regime: 'VCDR',
    legalStatus: 'ESTABLISHED',
    protectingPower: null,
    from: '2026-01-01',
    until: null,
    ...changes,
  };
}

/** An act by the United States to Germany, from noon to six. */
export function actOf(kind: ActKind, office: string, missions: readonly string[], changes: Partial<Act> = {}): Act {
  return {
    id: `act_${kind.toLowerCase()}`,
    v: 1,
    kind,
    by: { represents: 'USA', office },
    to: { represents: 'DEU', agencies: ['*'] },
    scope: { missions, keys: [], persons: [], categories: ['*'] },
    from: '2026-09-21T12:00:00Z',
    until: '2026-09-21T18:00:00Z',
    written: true,
    ref: 'note 17',
    revokedAt: null,
    ...changes,
  };
}

/** An act like another, for some kinds of data only. */
export function forCategories(act: Act, categories: readonly Category[]): Act {
  return { ...act, scope: { ...act.scope, categories } };
}
