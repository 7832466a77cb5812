import { NEVER } from '@chancery/shared/calendar';
import type { Instant } from '@chancery/shared/clock';
import type { PersonMarks, RecordMarks } from '@chancery/shared/labels/label';
import type { Category } from '@chancery/shared/vocabulary';
import { ALL_IMMUNITIES, ALL_PERSONS, type Bits, type Bounds, common, NONE, PERSON, union } from '../compiled/bits.js';
import { isPersonCategory, type Protection, protects, type Row, rowsOf } from './immunity-matrix.js';
import { isWithin, nextBoundary, type Window, windowOf } from './window.js';

/** What the treaties make of the person whom a record concerns. */
export interface PersonFindings {
  readonly person: Bounds;
  readonly immunity: Bounds;
  /** Certainly a national or permanent resident of the receiving State. */
  readonly hostTied: boolean;
  readonly validUntil: Instant;
}

/** Kinds of data that speak of protected persons by nature: with nobody described, anybody could be meant. */
const PERSONAL_BY_NATURE: ReadonlySet<Category> = new Set<Category>([
  'PERSON_LOCATION',
  'RESIDENCE',
  'FAMILY',
  'PERSONAL_EFFECTS',
]);

const exactly = (words: Bits): Bounds => ({ certain: words, possible: words });
const NOBODY: PersonFindings = {
  person: exactly(NONE),
  immunity: exactly(NONE),
  hostTied: false,
  validUntil: NEVER,
};
const ANYBODY: PersonFindings = {
  person: { certain: NONE, possible: ALL_PERSONS },
  immunity: { certain: NONE, possible: ALL_IMMUNITIES },
  hostTied: false,
  validUntil: NEVER,
};

/** How the person may be tied to the receiving State; while that State is UNKNOWN it may be any of its own. */
function tiesOf({ nationalities }: PersonMarks, tags: ReadonlySet<string>, receiving: string | null): readonly Tie[] {
  const otherwise = tags.has('permanentResident') ? 'resident' : 'foreign';
  if (receiving === null) return ['national', otherwise];
  return [nationalities.has(receiving) ? 'national' : otherwise];
}
type Tie = 'foreign' | 'resident' | 'national';

/** Once the functions have ended, what lasts does so for official acts alone; the way home is within the days of the marks. */
function protectionAt(row: Row, tie: Tie, window: Window, now: Instant): Protection {
  const { full, official } = row[tie];
  if (isWithin(window, now)) return protects(union(full, row.passage), official);
  return protects(NONE, common(union(full, official), row.lasting));
}

/** What protects under one row, given what is known of the act: official, private, or neither (or both) said. */
function boundsOf({ full, official }: Protection, tags: ReadonlySet<string>): Bounds {
  const [isOfficial, isPrivate] = [tags.has('officialAct'), tags.has('privateAct')];
  if (isOfficial === isPrivate) return { certain: full, possible: union(full, official) };
  return exactly(isOfficial ? union(full, official) : full);
}

/** Certain is what holds in every alternative, possible what holds in one. */
function either(alternatives: readonly Bounds[]): Bounds {
  return {
    certain: alternatives.reduce((all, { certain }) => common(all, certain), ALL_IMMUNITIES),
    possible: alternatives.reduce((all, { possible }) => union(all, possible), NONE),
  };
}

/**
 * What the person of a record is and is immune from now: a function of time, never a flag kept in a row (VCDR 39, VCCR 53).
 * The reasonable period of VCDR 39(2) is not computed: the day that the marks end on already includes it.
 * @param receiving null while the receiving State is UNKNOWN
 */
export function personOf(
  { person, tags }: RecordMarks,
  category: Category,
  receiving: string | null,
  regimes: Bounds,
  now: Instant,
): PersonFindings {
  if (person === null) return PERSONAL_BY_NATURE.has(category) ? ANYBODY : NOBODY;
  // A category that we do not know may be any of those that we know.
  if (!isPersonCategory(person.category)) return ANYBODY;
  const window = windowOf(person.from, person.until);
  const validUntil = nextBoundary(window, now);
  const found = exactly(PERSON[person.category]);
  const ties = tiesOf(person, tags, receiving);
  const hostTied = !ties.includes('foreign');
  // Before entry or notification there is none (VCDR 39(1), VCCR 53(1)).
  // Save what a State passed through owes on the way to the post (VCDR 40(1)).
  const alternatives = rowsOf(person.category, regimes).flatMap((row) =>
    ties.map((tie) => (now < window.from ? exactly(row.passage) : boundsOf(protectionAt(row, tie, window, now), tags))),
  );
  return { person: found, immunity: either(alternatives), hostTied, validUntil };
}
