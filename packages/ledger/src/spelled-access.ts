import { handlingOfSpelling, spellHandling } from './digest.js';
import type { AccessDecision } from './entry.js';
import type { FoldedAccess, FoldedRules } from './folded-access.js';

/**
 * A folded list as an entry has it since version 5, which says the same in fewer bytes (docs/adr/0108-an-entry-says-less-often.md): handlings in one text; of
 * counts the runs of places that have the same one; coordinates in one text, in which what begins with a point is of the type before it.
 */
export interface SpelledAccess {
  readonly rules: readonly FoldedRules[];
  readonly handlings: string;
  readonly counts: readonly string[];
  readonly items: readonly SpelledItem[];
}

type SpelledItem = readonly [
  rules: number,
  decision: AccessDecision,
  counts: number,
  coordinates: string | readonly string[],
];

const BETWEEN_HANDLINGS = '.';
const RUN = /^(\d+)(?:-(\d+))?(?:x(\d+))?$/;

/** Spells a folded list; its handlings as they are named to `spell`, which knows most of them already. */
export const spellAccess = (
  { rules, handlings, counts, items }: FoldedAccess,
  spell: (handling: string | null) => string = spellHandling,
): SpelledAccess => ({
  rules,
  handlings: handlings.map(spell).join(BETWEEN_HANDLINGS),
  counts: counts.map(spellCounts),
  items: items.map(([ofRules, decision, ofCounts, coordinates]) => [
    ofRules,
    decision,
    ofCounts,
    spellCoordinates(coordinates),
  ]),
});

/** Reads it back; throws where a count is of no handling in it. */
export function readSpelled({ rules, handlings: text, counts, items }: SpelledAccess): FoldedAccess {
  const handlings = readHandlings(text);
  return {
    rules,
    handlings,
    counts: counts.map((each) => readCounts(each, handlings.length)),
    items: items.map(([ofRules, decision, ofCounts, coordinates]) => [
      ofRules,
      decision,
      ofCounts,
      typeof coordinates === 'string' ? readCoordinates(coordinates) : coordinates,
    ]),
  };
}

/** Handlings of a list, by the digests under which their texts are kept. */
export const readHandlings = (text: string): (string | null)[] =>
  text === '' ? [] : text.split(BETWEEN_HANDLINGS).map(handlingOfSpelling);

/** Places and counts in turn as runs: `0x78 1-5` is the first 78 times, and each of the five behind it once. */
function spellCounts(counts: readonly number[]): string {
  let text = '';
  for (let at = 0; at < counts.length; ) {
    const [first = 0, count] = [counts[at], counts[at + 1]];
    let last = first;
    for (at += 2; counts[at] === last + 1 && counts[at + 1] === count; at += 2) last += 1;
    text += `${text === '' ? '' : ' '}${first}${last === first ? '' : `-${last}`}${count === 1 ? '' : `x${count}`}`;
  }
  return text;
}

function readCounts(text: string, places: number): number[] {
  return text.split(' ').flatMap((run) => {
    const [, from, to = from, count = '1'] = RUN.exec(run) ?? [];
    const [first, last] = [Number(from), Number(to)];
    // Before it is written out: who writes a leaf of its own could ask for as many as there are numbers.
    if (!(first <= last && last < places)) throw new RangeError(`no run of places: ${run}`);
    const times = Number(count);
    if (!Number.isSafeInteger(times)) throw new RangeError(`a count of ${count}`);
    return Array.from({ length: last - first + 1 }, (_, place) => [first + place, times]).flat();
  });
}

/** What stands before the point of a coordinate, with it. */
const typeOf = (coordinate: string): string => coordinate.slice(0, coordinate.indexOf('.') + 1);

function spellCoordinates(coordinates: readonly string[]): string | readonly string[] {
  // Those of a schema are all like this; whatever is not stands as it is.
  if (coordinates.some((each) => each === '' || each.startsWith('.') || each.includes(' '))) return coordinates;
  let type = '';
  return coordinates
    .map((coordinate) => {
      if (type !== '' && coordinate.startsWith(type)) return coordinate.slice(type.length - 1);
      type = typeOf(coordinate) || type;
      return coordinate;
    })
    .join(' ');
}

function readCoordinates(text: string): string[] {
  let type = '';
  return text.split(' ').map((each) => {
    if (each.startsWith('.')) return `${type.slice(0, -1)}${each}`;
    type = typeOf(each) || type;
    return each;
  });
}
