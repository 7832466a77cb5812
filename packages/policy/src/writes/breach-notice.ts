import type { Instant } from '@chancery/shared/clock';
import { ACCEPTED, isStated, refused, type Verdict } from './verdict.js';

const HOUR_MS = 60 * 60 * 1000;
const NOTICE_HOURS = 72;

/** What is recorded of a breach of personal data, and of its notice to the supervisory authority. */
export interface BreachRecord {
  readonly awareAt: Instant;
  /** Null while nobody was notified. */
  readonly notifiedAt: Instant | null;
  readonly delayReason: string | null;
  /** Why the breach is unlikely to result in a risk to persons; null when it may. */
  readonly noRiskReason: string | null;
}

/** GDPR 33(1): when the notice is due. */
export function breachNoticeDue({ awareAt }: Pick<BreachRecord, 'awareAt'>): Instant {
  return awareAt + NOTICE_HOURS * HOUR_MS;
}

/** GDPR 33(1): within 72 hours of becoming aware, later with its reasons, and not at all only where a risk is unlikely. */
export function checkBreachRecord(breach: BreachRecord, now: Instant): Verdict {
  const due = breachNoticeDue(breach);
  if (breach.notifiedAt === null) {
    if (isStated(breach.noRiskReason) || now <= due) return ACCEPTED;
    return refused('GDPR-30', 'the breach was not notified, and no reason says that a risk is unlikely');
  }
  if (breach.notifiedAt <= due || isStated(breach.delayReason)) return ACCEPTED;
  return refused('GDPR-30', 'the breach was notified late, and no reason is given for the delay');
}
