import { z } from 'zod';
import { AGENCY_KINDS, PURPOSES } from '../vocabulary.js';
import { profileText } from './profile-text.js';
import type { Profile } from './subject.js';
import { RANK_NUMBER } from './text-shapes.js';

const clearance = z.strictObject({
  policy: z.string(),
  rank: RANK_NUMBER,
  briefedAt: z.string().nullable(),
  ndaAt: z.string().nullable(),
  until: z.string().nullable(),
});

/** Who asks and for what, as the ledger keeps it and as questions from outside say it. */
export const profileShape = z.strictObject({
  subject: z.strictObject({
    id: z.string(),
    represents: z.string(),
    agency: z.string(),
    kind: z.enum(AGENCY_KINDS),
    nationalities: z.array(z.string()),
    clearances: z.array(clearance),
    compartments: z.array(z.string()),
    groups: z.array(z.string()),
  }),
  purpose: z.enum(PURPOSES),
  caseId: z.string().nullable(),
});

/** Reads the text of a profile; null when its digest is not the one that it is named by: then it is nobody's. */
export function parseProfile(text: string, digest: string): Profile | null {
  const profile: Profile = profileShape.parse(JSON.parse(text));
  return profileText(profile).digest === digest ? profile : null;
}
