import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** Folder of the register's data: the catalogue, and a file of entries for each instrument. */
export const REGISTER_FOLDER = new URL('../../register/', import.meta.url);

const effect = z.enum(['PERMIT', 'FORBID', 'OBLIGATION']);
const catalogue = z.strictObject({
  instruments: z.array(z.strictObject({ prefix: z.string(), title: z.string() })),
  rules: z.array(z.strictObject({ id: z.string(), citation: z.string(), effect, checked: z.boolean() })),
});

/** The rules that the project undertook to hold, in order. */
export type Catalogue = z.infer<typeof catalogue>;

const entry = z.strictObject({
  id: z.string(),
  citation: z.string().min(1),
  effect,
  summary: z.string().min(1),
  /** By what the rule is held. */
  held: z.enum(['policy', 'mandatory', 'obligation', 'validation', 'response']),
  /** Files that hold it, from the root of the repository. */
  where: z.array(z.string()).min(1),
  /** Files that test it. */
  cases: z.array(z.string()).min(1),
  /** Whether the text of the source was read; otherwise it is from memory or from a transposition. */
  checked: z.boolean(),
  /** What part of the rule is not held, and why. */
  note: z.string().optional(),
});

/** How one rule is held. */
export type RegisterEntry = z.infer<typeof entry>;

/** Reads the catalogue. */
export function loadCatalogue(): Catalogue {
  return catalogue.parse(JSON.parse(readFileSync(new URL('catalogue.json', REGISTER_FOLDER), 'utf8')));
}

/** Reads every entry, of whatever instrument: the completeness of the whole is what counts. */
export function loadEntries(): readonly RegisterEntry[] {
  const files = readdirSync(REGISTER_FOLDER).filter((name) => name.endsWith('.json') && name !== 'catalogue.json');
  return files.sort().flatMap((name) => {
    return z.array(entry).parse(JSON.parse(readFileSync(new URL(name, REGISTER_FOLDER), 'utf8')));
  });
}
