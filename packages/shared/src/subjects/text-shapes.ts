import { z } from 'zod';
import { isCalendarDate } from '../calendar.js';

/** Shapes of words that tokens, agreements, contexts and snapshots share. */
export const POLICY_TEXT = z.string().regex(/^[A-Z][A-Z0-9-]{0,31}$/, 'a marking policy, such as USA');
export const REPRESENTED_TEXT = z.string().regex(/^[A-Z][A-Z0-9-]{1,31}$/, 'a State or organisation, such as USA');
export const STATE_TEXT = z.string().regex(/^[A-Z]{3}$/, 'a State, such as USA');
export const AGENCY_TEXT = z
  .string()
  .regex(/^[A-Z][A-Z0-9-]{1,31}\.[a-z0-9][a-z0-9-]{0,63}$/, 'an agency, such as USA.diplomatic-security');
/** As a label writes it: a path, `SI-G-ABCD`, in which the words of a programme's name join by `_`. */
export const COMPARTMENT_TEXT = z.string().regex(/^[A-Z0-9][A-Z0-9_-]{0,127}$/, 'a compartment, such as SI');
export const DIGEST_TEXT = z.string().regex(/^sha256:[0-9a-f]{64}$/, 'sha256: and 64 hex digits');
export const DATE_TEXT = z.string().refine(isCalendarDate, 'a calendar date, YYYY-MM-DD');
export const RANK_NUMBER = z.union(
  [z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)],
  'a rank from 0 to 4',
);

/** The first complaint of a failed parse, with the path that it is about. */
export function firstIssueOf(error: z.ZodError): { path: string; message: string } {
  const issue = error.issues[0];
  return { path: issue?.path.join('.') ?? '', message: issue?.message ?? 'not of the expected shape' };
}
