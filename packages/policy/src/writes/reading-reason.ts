import { CATEGORY_RULES, type Category } from '@chancery/shared/vocabulary';
import { ACCEPTED, isStated, refused, type Verdict } from './verdict.js';

/** Shorter than this says nothing: `.` and `ok` are no justification. */
const CHARACTERS_MIN = 8;

/** Whether data of law enforcement is among what is asked for, so that a justification must be logged. */
export function needsReason(categories: Iterable<Category>): boolean {
  for (const category of categories) {
    const groups: readonly string[] = CATEGORY_RULES[category].groups;
    if (groups.includes('LEA')) return true;
  }
  return false;
}

/**
 * LED 25(1): the log of a consultation shows its justification, so that data of law enforcement is not read without one.
 * The reason itself is free text of the caller and goes to the sidecar of the ledger, never into a message.
 */
export function checkReason(categories: Iterable<Category>, reason: string | null): Verdict {
  if (!needsReason(categories)) return ACCEPTED;
  if (!isStated(reason)) return refused('LED-25', 'data of law enforcement is read only with a reason');
  if (reason.trim().length < CHARACTERS_MIN) {
    return refused('LED-25', `a reason has at least \`${CHARACTERS_MIN}\` characters`);
  }
  return ACCEPTED;
}
