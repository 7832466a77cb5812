import type { AnswerText } from '@chancery/ledger/said/commit-answer';
import { dueAt } from '@chancery/policy/decision';
import { owing } from '@chancery/policy/owing';
import { type Banner, bannerOf } from '@chancery/shared/clearance/banner';
import type { Answered } from '../record/outcome.js';
import { printData } from './print-data.js';

/**
 * The text of an answer, before it is recorded, for its entry commits to it. All of it but for `audit` is that of contracts 9, and equal for
 * equal requests.
 */
export function printAnswer(answered: Pick<Answered, 'asking' | 'redacted'>): AnswerText {
  const { errors, data, repeated } = answered.redacted;
  const failed = errors.length > 0 ? `"errors":${JSON.stringify(errors)},` : '';
  return {
    answered: `{${failed}"data":${printData(data, repeated)}}`,
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
