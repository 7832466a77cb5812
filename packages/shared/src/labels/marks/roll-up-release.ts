import type { Mark } from './mark.js';
import { NOFORN_WORDS } from './tables/control-marks.js';
import { commonTo, expandEyes, recipientList } from './tables/recipients.js';

/** What a banner says of foreign disclosure and release. */
export type ReleaseWords = Pick<Mark, 'relTo' | 'displayOnly'> & {
  readonly noforn: boolean;
  readonly relido: boolean;
};

const NOTHING: ReleaseWords = { relTo: null, displayOnly: null, noforn: false, relido: false };
const NOFORN: ReleaseWords = { ...NOTHING, noforn: true };

/** Foreign disclosure and release on the banner of a page of the United States (register, D.2 table 3). */
export function rollUpRelease(portions: readonly Mark[], leavesNoforn: boolean): ReleaseWords {
  const counted = portions.filter(counts);
  const marked = counted.filter(isMarked);
  if (leavesNoforn || counted.some(saysNoforn)) return NOFORN;
  if (marked.length === 0) return NOTHING;
  // Rules 12, 16, 17, 19: beside a mark of release, one that says nothing of it is not released.
  if (counted.some((portion) => !isMarked(portion) && !isForMembers(portion))) return NOFORN;
  return common(counted);
}

/** Rules 9-11, 18, 20-27: what is common to all portions. */
function common(portions: readonly Mark[]): ReleaseWords {
  const lists = portions.filter(({ leansOnPage }) => !leansOnPage);
  const released = commonTo(lists.map((portion) => expandEyes(recipientsOf(portion))));
  const shown = commonTo(
    lists.map((portion) => expandEyes([...recipientsOf(portion), ...(portion.displayOnly ?? [])])),
  );
  const beyond = new Set([...shown].filter((viewer) => viewer !== 'USA' && !released.has(viewer)));
  const relido = portions.every(({ controls }) => controls.has('RELIDO'));
  const relTo = [...released].some((recipient) => recipient !== 'USA')
    ? recipientList(new Set([...released, 'USA']))
    : null;
  // Rule 26: what is released to someone may be shown to him, so that a list of viewers may be common where no release is.
  const showsSomebody = portions.some(({ displayOnly }) => displayOnly !== null) && beyond.size > 0;
  const displayOnly = showsSomebody ? recipientList(beyond) : null;
  if (relTo !== null) return { ...NOTHING, relTo, displayOnly, relido: relido && displayOnly === null };
  if (displayOnly !== null) return { ...NOTHING, displayOnly };
  const isRelidoAlone = relido && portions.every((portion) => recipientsOf(portion).length === 0);
  return isRelidoAlone ? { ...NOTHING, relido: true } : NOFORN;
}

/** Unclassified information without controls says nothing of release, and takes no part (H.1, UNCLASSIFIED). */
function counts(portion: Mark): boolean {
  const { rank, controls, compartments } = portion;
  return rank > 0 || controls.size > 0 || compartments.size > 0 || isMarked(portion);
}

function isMarked(portion: Mark): boolean {
  const { relTo, displayOnly, releasableTo, leansOnPage, controls } = portion;
  const hasList = relTo !== null || displayOnly !== null || releasableTo !== null || leansOnPage;
  return hasList || saysNoforn(portion) || controls.has('RELIDO');
}

/** Foreign nationals get what is NOFORN from nobody, and what another State keeps for its own nationals neither. */
function saysNoforn({ controls, eyesOnly }: Mark): boolean {
  return eyesOnly !== null || [...controls].some((name) => NOFORN_WORDS.has(name));
}

/** What NATO marks is for its members, the United States among them, whether or not it says so. */
function isForMembers({ owners }: Mark): boolean {
  return owners.length === 1 && owners[0] === 'NATO';
}

/** Those to whom a portion is released by name, and the members of the organisation whose it is. */
function recipientsOf({ relTo, releasableTo, owners }: Mark): readonly string[] {
  if (relTo !== null) return relTo;
  if (releasableTo !== null) return [...owners, ...releasableTo];
  return owners.includes('NATO') ? owners : [];
}
