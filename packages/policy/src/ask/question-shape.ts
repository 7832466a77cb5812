import { actShape, factShape } from '@chancery/shared/snapshot/snapshot-shapes';
import { RANK_NUMBER } from '@chancery/shared/subjects/text-shapes';
import { AGENCY_KINDS, CATEGORIES, type Category, PURPOSES } from '@chancery/shared/vocabulary';
import { z } from 'zod';

const clearance = z.strictObject({
  policy: z.string(),
  rank: RANK_NUMBER,
  briefedAt: z.string().nullable(),
  ndaAt: z.string().nullable(),
  until: z.string().nullable(),
});

/** A word for a kind of data. */
export const categoryWord = z.enum(CATEGORIES as [Category, ...Category[]]);

/** Who asks, of what handling, when, under which facts and acts: what a question and a case have in common. */
export const circumstancesShape = z.strictObject({
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
  handling: z.string(),
  now: z.iso.datetime(),
  stale: z.boolean(),
  facts: z.array(factShape),
  acts: z.array(actShape),
});

/** A question as it is put from outside. A word that we do not know is refused: it may have been meant to close something. */
export const questionShape = circumstancesShape.extend({
  id: z.union([z.string(), z.number()]).optional(),
  /** For whoever reads the file. */
  title: z.string().optional(),
  category: categoryWord.optional(),
  coordinate: z.string().optional(),
});
