import { type Sha256, sha256Of } from '../brands.js';
import type { Handling } from './label.js';

/**
 * Whose a record is and whom it concerns, as a digest: what tells records apart in entries that name handlings alone. It is the same when a record gets another
 * label, and for records of one owner about the same posts.
 */
export const recordMarksOf = ({ record: { owner, missions, who, key } }: Handling): Sha256 =>
  sha256Of(JSON.stringify([owner, missions, who, key]));
