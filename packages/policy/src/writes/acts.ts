import type { PersonMarks } from '@chancery/shared/labels/label';
import type { Act, Fact } from '@chancery/shared/snapshot/snapshot';
import { faultOf } from '../facts/act-check.js';
import { checkDisclosureNotice, type DisclosureNotice } from './emergency-disclosure.js';
import { ACCEPTED, isStated, refused, type Verdict } from './verdict.js';
import { checkWaiver, type WaiverText } from './waiver.js';

/** An act before it is kept, with what its form must show and the act itself has no room for. */
export interface ActDraft {
  readonly act: Act;
  /** The facts of the mission that it is about; null when it is about none or they are UNKNOWN. */
  readonly fact: Fact | null;
  /** The agency that made the record that it is about; null when it is about none. */
  readonly owner: string | null;
  /** The person whom it is about; null when it is about nobody. */
  readonly person: PersonMarks | null;
  /** Of a waiver. */
  readonly waiver: WaiverText | null;
  /** Of an emergency disclosure. */
  readonly notice: DisclosureNotice | null;
}

const FORM = 'ACT-FORM';

/** Whether what stands against an act is its form, of which no rule of the register speaks. */
export function isFaultOfForm({ rule }: { readonly rule: string }): boolean {
  return rule === FORM;
}

/**
 * Whether an act may be kept: it must count when it is matched, by the very same check, and come with the papers that
 * its kind asks for.
 */
export function checkAct(draft: ActDraft): Verdict {
  const fault = faultOf(draft.act, draft);
  return fault === null ? assessPapers(draft) : refused(fault.rule, fault.reason);
}

/** What is shown when an act is brought in, and is not in the act. */
function assessPapers({ act, waiver, notice }: ActDraft): Verdict {
  switch (act.kind) {
    case 'WAIVER':
      return waiver === null
        ? refused('VCDR-32', 'a waiver is always express, and no words waive')
        : checkWaiver(act, waiver);
    case 'EMERGENCY_DISCLOSURE':
      return notice === null
        ? refused('EO-4.2b', 'an emergency disclosure comes with its notice')
        : checkDisclosureNotice(notice);
    case 'AGREEMENT':
      return act.written && isStated(act.ref)
        ? ACCEPTED
        : refused(FORM, 'an agreement is in writing and names its text');
    default:
      return ACCEPTED;
  }
}
