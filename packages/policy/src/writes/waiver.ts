import type { Act } from '@chancery/shared/snapshot/snapshot';
import { EXECUTION } from '../facts/act-subjects.js';
import { ACCEPTED, isStated, refused, type Verdict } from './verdict.js';

/** A waiver as it is brought in, beside the act that would be kept of it. */
export interface WaiverText {
  /** The words of the document that waive; consent to entry, a release of data and silence have none. */
  readonly expressText: string | null;
  readonly coversProceedings: boolean;
  readonly coversExecution: boolean;
}

/**
 * VCDR 32(2): waiver is always express, in a document that it names. VCDR 32(4), VCCR 45(4): execution needs a waiver of
 * its own. Who waives for whom, and that for consular staff it is in writing, is in facts/act-check.ts.
 */
export function checkWaiver(act: Act, text: WaiverText): Verdict {
  if (!isStated(text.expressText)) return refused('VCDR-32', 'a waiver is always express, and no words waive');
  if (!isStated(act.ref)) return refused('VCDR-32', 'a waiver names the document that it stands in');
  if (text.coversProceedings === text.coversExecution) {
    return refused(
      'VCDR-32-4',
      'a waiver is either of proceedings or of execution, and another one is needed for the other',
    );
  }
  if (text.coversExecution !== act.scope.keys.includes(EXECUTION)) {
    return refused('VCDR-32-4', `a waiver of execution, and no other, has the scope key \`${EXECUTION}\``);
  }
  return ACCEPTED;
}

/** A claim that is brought against the person in proceedings. */
export interface CounterClaim {
  /** The proceedings were started by the person, or by the State for it. */
  readonly inOwnProceedings: boolean;
  readonly directlyConnected: boolean;
}

/** VCDR 32(3), VCCR 45(3): who starts proceedings cannot invoke immunity from a counter-claim directly connected with them. */
export function mayInvokeImmunity({ inOwnProceedings, directlyConnected }: CounterClaim): boolean {
  return !(inOwnProceedings && directlyConnected);
}
