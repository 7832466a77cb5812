import { joinLabels } from '@chancery/shared/labels/join-labels';
import type { Label } from '@chancery/shared/labels/label';
import type { Subject } from '@chancery/shared/subjects/subject';
import { checkRegrade } from './regrade.js';
import { ACCEPTED, type Verdict } from './verdict.js';

/** That something is told under a label which may limit less than the one that it is kept under. */
export interface Lowering {
  readonly before: Label;
  /** The agency that made what is told. */
  readonly owner: string;
  readonly after: Label;
  readonly by: Pick<Subject, 'agency' | 'represents'>;
}

/**
 * Whether an agency may tell something under another label: everybody no lower than it is kept, and lower who made it, unless somebody else
 * has a say in it. Consents are acts of another mechanism: none is known here.
 */
export function checkLowering({ before, owner, after, by }: Lowering): Verdict {
  if (joinLabels(after, before).text === after.text) return ACCEPTED;
  const other = othersIn(before, by).concat(owner === by.agency ? [] : owner)[0];
  return other === undefined
    ? ACCEPTED
    : checkRegrade({ before, after, by: by.agency, originator: other, consent: null });
}

/** Whose mark stands in a label beside the one of whoever asks: the policy of a rank, who controls it, whose information it is. */
function othersIn(
  { ranks, originatorControls, foreignSources }: Label,
  { agency, represents }: Lowering['by'],
): string[] {
  return [
    ...[...ranks].filter(([policy, rank]) => policy !== represents && rank > 0).map(([policy]) => policy),
    ...originatorControls.map(({ organisation }) => organisation).filter((organisation) => organisation !== agency),
    ...foreignSources,
  ];
}
