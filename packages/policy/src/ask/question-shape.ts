import { actShape, factShape } from '@chancery/shared/snapshot/snapshot-shapes';
import { profileShape } from '@chancery/shared/subjects/parse-profile';
import { CATEGORIES, type Category } from '@chancery/shared/vocabulary';
import { z } from 'zod';

/** A word for a kind of data. */
export const categoryWord = z.enum(CATEGORIES as [Category, ...Category[]]);

/** Who asks, of what handling, when, under which facts and acts: what a question and a case have in common. */
export const circumstancesShape = profileShape.extend({
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
