import type { Instant } from '@chancery/shared/clock';
import { joinLabels } from '@chancery/shared/labels/join-labels';
import type { Label } from '@chancery/shared/labels/label';
import type { SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { Subject } from '@chancery/shared/subjects/subject';
import { faultOf } from '../facts/act-check.js';
import { windowOfAct } from '../facts/act-matching.js';
import { stateOfAgency } from '../facts/speaks-for.js';
import { isWithin } from '../facts/window.js';
import { checkRegrade, type Regrade } from './regrade.js';
import { ACCEPTED, type Verdict } from './verdict.js';

/** That something is told under a label which may limit less than the one that it is kept under. */
export interface Lowering {
  readonly before: Label;
  /** The agency that made what is told. */
  readonly owner: string;
  readonly after: Label;
  readonly by: Pick<Subject, 'agency' | 'represents'>;
  /** The record whose label it is, and the acts of the moment; null where no record has it yet, so that no consent can name one. */
  readonly of: Regraded | null;
}

/** A record that is given another label, by the acts that there are. */
export interface Regraded {
  readonly id: string;
  readonly view: SnapshotView;
  readonly now: Instant;
}

/** The scope key of an act by which somebody who has a say consents to another label of a record. It holds a space, so no record can bear it: it opens nothing. */
export const regradeKey = (id: string): string => `REGRADE ${id}`;

/**
 * Whether an agency may tell something under another label: everybody no lower than it is kept, and lower who made it. Where others
 * have a say in it, each of them must have consented, to this agency and of this record.
 */
export function checkLowering({ before, owner, after, by, of }: Lowering): Verdict {
  if (joinLabels(after, before).text === after.text) return ACCEPTED;
  const others = othersIn(before, by).concat(owner === by.agency ? [] : owner);
  for (const originator of new Set(others)) {
    const consent = of === null ? null : consentOf(originator, by, of);
    const verdict = checkRegrade({ before, after, by: by.agency, originator, consent });
    if (!verdict.accepted) return verdict;
  }
  return ACCEPTED;
}

/** A source that must not be named: nobody can say that it has consented. */
const UNNAMED = '~';

/**
 * The consent of a State or organisation to another label, as an act in force says it. Of a sister agency there is none: an act names
 * who it speaks for by State alone, so that whoever asks could have written it. Facts that are stale are UNKNOWN, and close.
 */
function consentOf(originator: string, by: Lowering['by'], { id, view, now }: Regraded): Regrade['consent'] {
  const maker = originator.includes('.') ? originator : `${originator}.originator`;
  const state = stateOfAgency(maker);
  if (view.stale || state === by.represents || originator === UNNAMED) return null;
  const key = regradeKey(id);
  const consents = view.actsOn(null, key, null).filter(
    (act) =>
      act.kind === 'ORIGINATOR_CONSENT' &&
      act.by.represents === state &&
      act.scope.keys.includes(key) &&
      // A label is of everything that a record says.
      act.scope.categories.includes('*') &&
      act.to.represents === by.represents &&
      (act.to.agencies.includes('*') || act.to.agencies.includes(by.agency)) &&
      isWithin(windowOfAct(act), now) &&
      faultOf(act, { fact: null, owner: maker, person: null }) === null,
  );
  return consents.length === 0 ? null : { written: consents.some(({ written }) => written) };
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
