import type { Act, Fact } from '@chancery/shared/snapshot/snapshot';
import { EXECUTION } from '../facts/act-issuers.js';
import { ACCEPTED, isStated, refused, type Verdict } from './verdict.js';

/** A waiver as it is brought in, beside the act that would be kept of it. */
export interface WaiverText {
  /** The words of the document that waive; consent to entry, a release of data and silence have none. */
  readonly expressText: string | null;
  readonly coversProceedings: boolean;
  readonly coversExecution: boolean;
}

const UN_OFFICES: ReadonlySet<string> = new Set(['UN_SG', 'SECURITY_COUNCIL']);

function isIssuer(act: Act, fact: Fact): boolean {
  if (act.by.represents === 'UN') return UN_OFFICES.has(act.by.office);
  return act.by.represents === fact.sending;
}

/**
 * VCDR 32(1)-(2): the sending State alone waives, and always expressly; CPIUN 20: for its officials the United Nations.
 * VCDR 32(4), VCCR 45(4): execution needs a waiver of its own. VCCR 45(2): for consular staff it is communicated in writing.
 * @param consular whether it is the immunity of a member of a consular post
 */
export function assessWaiver(act: Act, text: WaiverText, fact: Fact, consular: boolean): Verdict {
  if (!isIssuer(act, fact)) return refused('VCDR-32', `a waiver is not for \`${act.by.represents}\` to give`);
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
  if (consular && !act.written) return refused('VCCR-45', 'the waiver for a member of a consular post is in writing');
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
