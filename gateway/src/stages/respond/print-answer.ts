import type { AnswerText } from '@chancery/ledger/said/commit-answer';
import { dueAt } from '@chancery/policy/decision';
import { owing } from '@chancery/policy/owing';
import { type Banner, bannerOf } from '@chancery/shared/clearance/banner';
import type { Answered } from '../record/outcome.js';

/**
 * The text of an answer, before it is recorded, for its entry commits to it. All of it but for `audit` is that of contracts 9, and equal for
 * equal requests.
 */
export function printAnswer(answered: Pick<Answered, 'asking' | 'redacted'>): AnswerText {
  const { errors, data } = answered.redacted;
  return {
    answered: JSON.stringify({ ...(errors.length > 0 ? { errors } : {}), data }),
    told: JSON.stringify(extensionsOf(answered)),
  };
}

/** What is said beside the data of an answer, the reference to its entry aside. */
export function extensionsOf({ asking, redacted }: Pick<Answered, 'asking' | 'redacted'>): {
  readonly banner: Banner;
} & Readonly<Record<string, unknown>> {
  const { subject } = asking.profile;
  const obligations = redacted.owed.map(({ obligation, ...places }) => ({
    kind: obligation.kind,
    rule: obligation.rule,
    ...owing(obligation.kind, subject.agency),
    dueAt: new Date(dueAt(obligation, asking.now)).toISOString(),
    ...places,
  }));
  const banner = bannerOf(redacted.marked, subject, redacted.exercise);
  const basis = redacted.bases === null ? {} : { basis: redacted.bases };
  return { banner, withheld: redacted.withheld, obligations, ...basis };
}
