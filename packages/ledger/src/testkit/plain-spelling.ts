import { handlingDigest, spellDigest, spellHandling } from '../digest.js';
import type { PrintingMeans } from '../print-entry.js';

/** Spells what an entry names, each time anew. */
export const PLAIN_SPELLING: Omit<PrintingMeans, 'entropy'> = {
  spellHandlingOf: (text) => spellHandling(text === null ? null : handlingDigest(text)),
  spellDigest,
};
