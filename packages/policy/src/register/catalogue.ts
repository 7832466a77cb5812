import { readFileSync } from 'node:fs';
import { z } from 'zod';

// By its own path: who reads the catalogue alone has no need of the compiler.
const CATALOGUE_FILE = new URL('../../law/catalogue.json', import.meta.url);

export const EFFECTS = ['PERMIT', 'FORBID', 'OBLIGATION'] as const;

const catalogue = z.strictObject({
  /** Each with what its rule ids begin with, and the folder in which its rules lie. */
  instruments: z.array(z.strictObject({ prefix: z.string(), folder: z.string(), title: z.string() })),
  /** What the project undertook to hold. */
  rules: z.array(z.strictObject({ id: z.string(), citation: z.string(), effect: z.enum(EFFECTS) })),
  /** Ids of rules beyond that: the charter, and limbs of a rule that needed a policy of their own. */
  further: z.array(z.string()),
});

/** The rules that there are to be, in order; a rule that it does not name may not be. */
export type Catalogue = z.infer<typeof catalogue>;

/** Reads the catalogue. */
export function loadCatalogue(): Catalogue {
  return catalogue.parse(JSON.parse(readFileSync(CATALOGUE_FILE, 'utf8')));
}
