import { joinLabelParts } from '../join-labels.js';
import type { OriginatorControl, Permissive, Rank } from '../label.js';
import { printLabel } from '../print-label.js';
import type { LabelParts } from '../read-label.js';
import type { Mark } from './mark.js';
import { NOFORN_WORDS } from './tables/control-marks.js';
import { protectedRank } from './tables/levels.js';

/** Whose consent originator control asks for, where nothing but the mark is known. */
const UNNAMED_ORIGINATOR = 'ORIGINATOR';

/** What marks ask of a reader: all of them together. A mark says ORCON and not whose: the originator is told from outside. */
export function labelOfMarks(marks: readonly [Mark, ...Mark[]], originator = UNNAMED_ORIGINATOR): string {
  const [first, ...rest] = marks;
  const joined = rest.reduce(
    (parts, mark) => joinLabelParts(parts, labelPartsOf(mark, originator)),
    labelPartsOf(first, originator),
  );
  return printLabel(joined);
}

/** What one mark asks of a reader. */
export function labelPartsOf(mark: Mark, originator = UNNAMED_ORIGINATOR): LabelParts {
  return {
    ranks: ranksOf(mark),
    compartments: new Set([...mark.compartments, ...[...mark.controls].filter((name) => !HAS_ITS_PLACE.test(name))]),
    ...releaseOf(mark),
    purposes: 'ANY',
    originatorControls: controlsOf(mark, originator),
    foreignSources: new Set(mark.concealsSource ? ['~'] : (mark.sources ?? [])),
    tlp: mark.tlp,
  };
}

/** Controls that a label has a place of their own for. */
const HAS_ITS_PLACE = /^(?:NOFORN|ORCON(?:-USGOV)?|H[0-3])$/;

function controlsOf({ controls }: Mark, organisation: string): OriginatorControl[] {
  return [...controls].filter((mode) => /^(?:ORCON|H[0-3])/.test(mode)).map((mode) => ({ organisation, mode }));
}

function ranksOf({ system, owners, rank }: Mark): ReadonlyMap<string, Rank> {
  switch (system) {
    case 'TLP':
    case 'CODE':
      return new Map();
    // Who holds it protects it: the States that it came from must not be told.
    case 'CONCEALED':
      return new Map([['USA', protectedRank(rank)]]);
    case 'JOINT':
      return new Map((owners.length === 0 ? ['USA'] : owners).map((owner) => [owner, rank]));
    default:
      return new Map(owners.map((owner) => [owner, rank]));
  }
}

/**
 * Who says nothing of release has released what is classified or controlled to nobody but its owner: a missing mark
 * never opens. Of plain unclassified information it says that there is no limit.
 */
function releaseOf(mark: Mark): Pick<LabelParts, 'releasableTo' | 'nationals' | 'displayOnly'> {
  const displayOnly = mark.displayOnly === null ? null : new Set(mark.displayOnly);
  if ([...mark.controls].some((name) => NOFORN_WORDS.has(name))) return nationalsAlone(['USA']);
  if (mark.eyesOnly !== null) return nationalsAlone(mark.eyesOnly);
  const owners = ownersOf(mark);
  if (mark.relTo !== null) return { releasableTo: new Set(mark.relTo), nationals: 'ANY', displayOnly };
  if (mark.releasableTo !== null) {
    return { releasableTo: new Set([...owners, ...mark.releasableTo]), nationals: 'ANY', displayOnly };
  }
  const releasableTo: Permissive = isOpen(mark) ? 'ANY' : new Set(owners);
  return { releasableTo, nationals: 'ANY', displayOnly };
}

function nationalsAlone(states: readonly string[]): Pick<LabelParts, 'releasableTo' | 'nationals' | 'displayOnly'> {
  return { releasableTo: new Set(states), nationals: new Set(states), displayOnly: null };
}

function ownersOf({ system, owners }: Mark): readonly string[] {
  return system === 'CONCEALED' || owners.length === 0 ? ['USA'] : owners;
}

/** A mark that limits nobody: unclassified, uncontrolled, and not in an organisation's or a State's own words. */
function isOpen({ system, rank, controls, compartments, displayOnly, leansOnPage }: Mark): boolean {
  if (system === 'TLP' || system === 'CODE') return true;
  return (
    rank === 0 &&
    system !== 'OWN' &&
    controls.size === 0 &&
    compartments.size === 0 &&
    displayOnly === null &&
    !leansOnPage
  );
}
