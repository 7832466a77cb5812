import type { AnswerText } from '@chancery/ledger/said/commit-answer';
import { dueAt } from '@chancery/policy/decision';
import { owing } from '@chancery/policy/owing';
import { type Banner, bannerOf } from '@chancery/shared/clearance/banner';
import type { Answered } from '../record/outcome.js';
import { AnswerBytes } from './answer-bytes.js';
import { printData } from './print-data.js';

/**
 * The text of an answer, before it is recorded, for its entry commits to it. All of it but for `audit` is that of contracts 9, and equal for
 * equal requests.
 */
export const printAnswer = (answered: Printed): AnswerText => ({
  answered: piecesOf(answered).join(''),
  told: JSON.stringify(extensionsOf(answered)),
});

/** The same in bytes. */
export const printInBytes = (answered: Printed): AnswerBytes =>
  new AnswerBytes(piecesOf(answered), JSON.stringify(extensionsOf(answered)));

type Printed = Pick<Answered, 'asking' | 'redacted'>;

function piecesOf({ redacted: { errors, data, repeated } }: Printed): readonly string[] {
  const failed = errors.length > 0 ? `"errors":${JSON.stringify(errors)},` : '';
  return [`{${failed}"data":`, ...printData(data, repeated), '}'];
}

/** What is said beside the data of an answer, the reference to its entry aside. */
export function extensionsOf({ asking, redacted }: Printed): {
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
  // What hangs on a fact or an act was closed for that: rows that are missing say nothing themselves.
  const stale = asking.view.stale ? { stale: true } : {};
  return { banner, withheld: redacted.withheld, obligations, ...basis, ...stale };
}
