import type { Label, Rank, Tlp } from '../labels/label.js';
import { completeMark } from '../labels/marks/complete-mark.js';
import { type Mark, NO_MARK } from '../labels/marks/mark.js';
import { type LabelMarks, marksOfLabel } from '../labels/marks/marks-of-label.js';
import { byPlace, inOrder } from '../labels/marks/pages.js';
import { printBanner } from '../labels/marks/print-mark.js';
import { rollUp } from '../labels/marks/roll-up.js';
import { treatyWords } from '../labels/marks/tables/own-words.js';
import { isCountry } from '../labels/marks/tables/recipients.js';
import { LruCache } from '../lru-cache.js';
import type { Subject } from '../subjects/subject.js';
import { partedMark } from './parted-mark.js';
import { isMarker, settledMark, viewersMark } from './viewers-mark.js';

/** What a response is marked with as a whole. */
export interface Banner {
  /** A mark of the registers, or several of them, each to be obeyed; after `EXERCISE//` where something was made for one. */
  readonly text: string;
  readonly exercise: boolean;
}

/** A label of something returned, and the State or organisation that made its record. */
export interface MarkedValue {
  readonly label: Label;
  readonly maker: string | null;
}

/**
 * The banner over returned values. For the United States it is that of their document, with foreign information rolled
 * up into it; for anybody else, each owner's own mark.
 */
export function bannerOf(values: Iterable<MarkedValue>, viewer: Subject, exercise: boolean): Banner {
  const marked = [...values];
  const key = marked.reduce((text, { label, maker }) => `${text}\n${maker} ${label.text}`, `${exercise}`);
  let known = bannersOf.get(viewer);
  if (known === undefined) {
    known = new LruCache(BANNERS_MAX);
    bannersOf.set(viewer, known);
  }
  return known.compute(key, () => composeBanner(marked, viewer, exercise));
}

/** Most answers to one viewer are marked alike. */
const BANNERS_MAX = 64;
const bannersOf = new WeakMap<Subject, LruCache<string, Banner>>();

function composeBanner(values: readonly MarkedValue[], viewer: Subject, exercise: boolean): Banner {
  const all = values.map(({ label, maker }) => marksOf(label, maker));
  const marks = all.flatMap((each) => each.marks);
  const unmarkable = all.flatMap((each) => each.unmarkable ?? []).sort((a, b) => b - a)[0];
  const parts = [...marks, ...(unmarkable === undefined ? [] : [viewersOwn(viewer, unmarkable)])];
  const shown = parts.map((part) => viewersMark(part, viewer));
  const pages = inOrder(
    pagesOf(shown, viewer)
      .map((page) => (isMarker(page, viewer) ? page : settledMark(page, viewer)))
      .flatMap(partedMark)
      .map(completeMark),
  );
  const isColoured = all.every(({ marks: [...each] }) => each.some(({ system }) => system === 'TLP'));
  return { text: printBanner(withoutEmpty(pages, isColoured), exercise), exercise };
}

// Labels are interned: a label is read as a mark once.
const known = new WeakMap<Label, Map<string | null, LabelMarks>>();

function marksOf(label: Label, maker: string | null): LabelMarks {
  const byMaker = known.get(label) ?? new Map<string | null, LabelMarks>();
  known.set(label, byMaker);
  const marks = byMaker.get(maker) ?? marksOfLabel(label, maker);
  byMaker.set(maker, marks);
  return marks;
}

/** One page for the United States; for others one for each owner. */
function pagesOf(parts: readonly Mark[], { represents }: Subject): Mark[] {
  return represents === 'USA' ? rollUp(parts) : byPlace(parts).flatMap(rollUp);
}

/**
 * What no mark of its owner says is protected as the viewer's own, for its nationals alone. An organisation has no
 * nationals, and says of nothing limited that it is open: its lowest class stands for the limit.
 */
function viewersOwn({ represents }: Subject, rank: Rank): Mark {
  if (isCountry(represents) && represents !== 'USA') {
    return { ...NO_MARK, system: 'FOREIGN', owners: [represents], rank, eyesOnly: [represents] };
  }
  const least = rank === 0 ? 1 : rank;
  const own = treatyWords(represents, least);
  if (own !== undefined) return { ...NO_MARK, system: 'OWN', owners: [represents], rank: least, own };
  return { ...NO_MARK, owners: ['USA'], rank, controls: new Set(['NOFORN']) };
}

const OPEN: Tlp = 'CLEAR';

/** Without marks that say nothing beside others that do; an answer without any is unclassified. */
function withoutEmpty(pages: readonly Mark[], isColoured: boolean): readonly Mark[] {
  const saying = pages.filter((page) => !saysNothing(page));
  if (saying.length > 0) return saying;
  const [unclassified] = pages.filter(({ system }) => system !== 'TLP');
  if (unclassified !== undefined) return [unclassified];
  return pages.length > 0 && isColoured ? pages : [{ ...NO_MARK, owners: ['USA'] }];
}

function saysNothing({
  system,
  rank,
  tlp,
  own,
  controls,
  compartments,
  sources,
  concealsSource,
  ...lists
}: Mark): boolean {
  if (system === 'TLP') return tlp === OPEN;
  const { relTo, displayOnly, releasableTo, eyesOnly } = lists;
  const hasLists = [relTo, displayOnly, releasableTo, eyesOnly, sources].some((list) => list !== null);
  return rank === 0 && own === null && controls.size === 0 && compartments.size === 0 && !hasLists && !concealsSource;
}
