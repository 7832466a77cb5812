import type { Coordinate } from '../vocabulary.js';
import { internHandling, internLabel } from './intern.js';
import {
  type Handling,
  type Label,
  type OriginatorControl,
  type Permissive,
  type PersonMarks,
  type Rank,
  type RecordMarks,
  TLP_COLOURS,
} from './label.js';
import { printPersonMarks } from './print-handling.js';
import type { LabelParts } from './read-label.js';
import { RELIDO, refusesRelido } from './relido.js';

const PAIRS_MAX = 65_536;
const pairs = new Map<number, Handling>();

/**
 * The least label above both: highest rank of each policy, all compartments, originators and sources; only
 * recipients, nationals and purposes that both admit. An empty intersection admits nobody, never everybody.
 */
export function joinLabels(a: Label, b: Label): Label {
  return a === b ? a : internLabel(joinLabelParts(a, b));
}

/** The same, for a join that is looked at once: it leaves nothing in the table of labels. */
export function joinLabelParts(a: LabelParts, b: LabelParts): LabelParts {
  const releasableTo = intersect(a.releasableTo, b.releasableTo);
  return {
    ranks: joinRanks(a.ranks, b.ranks),
    compartments: joinCompartments(a, b),
    releasableTo,
    nationals: intersect(a.nationals, b.nationals),
    purposes: intersect(a.purposes, b.purposes),
    displayOnly: displayOnlyBeyond(releasableTo, intersect(viewersOf(a), viewersOf(b))),
    originatorControls: joinControls(a.originatorControls, b.originatorControls),
    foreignSources: union(a.foreignSources, b.foreignSources),
    tlp: TLP_COLOURS.findLast((colour) => colour === a.tlp || colour === b.tlp) ?? null,
  };
}

/**
 * The handling of a value that tells of another record, a link above all: labels and portions joined, every
 * mission concerned, the holder as owner.
 */
export function joinHandlings(holder: Handling, other: Handling): Handling {
  if (holder === other) return holder;
  const pair = holder.ordinal * 2 ** 26 + other.ordinal;
  const known = pairs.get(pair);
  if (known !== undefined) return known;

  const joined = makeJoin(holder, other);
  if (pairs.size >= PAIRS_MAX) pairs.clear();
  pairs.set(pair, joined);
  return joined;
}

function makeJoin(holder: Handling, other: Handling): Handling {
  return internHandling({
    label: joinLabels(holder.label, other.label),
    portions: joinPortions(holder, other),
    record: {
      owner: holder.record.owner,
      missions: [...new Set([...holder.record.missions, ...other.record.missions])].sort(),
      person: joinPersons(holder.record, other.record),
      who: whoOf(holder.record, other.record),
      tags: joinTags(holder.record.tags, other.record.tags),
      key: keepsKey(holder, other) ? holder.record.key : null,
    },
  });
}

/**
 * Whether an act on the holder's key may bear on the joined value. It must not lift what limits the other record, of which it says nothing: be that no more than
 * limits the holder already, or somebody whom it concerns.
 */
function keepsKey(holder: Handling, other: Handling): boolean {
  if (holder.record.key === other.record.key) return true;
  return isUnlimited(other) && (!concernsSomebody(other.record) || isSamePerson(holder.record, other.record));
}

/** TLP:CLEAR says the same as no mark. */
const UNLIMITED: ReadonlySet<string> = new Set(['l=-;rel=*;nat=*;pur=*', 'l=-;rel=*;nat=*;pur=*;tlp=CLEAR']);

function isUnlimited({ label, portions }: Handling): boolean {
  return [label, ...portions.values()].every(({ text }) => UNLIMITED.has(text));
}

/** Whom the joined value concerns; of two, an act on one must not open what is said of the other. */
function whoOf(holder: RecordMarks, other: RecordMarks): string | null {
  if (!concernsSomebody(other)) return holder.who;
  return concernsSomebody(holder) && !isSamePerson(holder, other) ? null : other.who;
}

/** A word that is no category of person: whose marks it stands in may be anybody. */
const SEVERAL = 'SEVERAL';

/** Of two who are described differently the marks of neither may stand for both. */
function joinPersons({ person: one }: RecordMarks, { person: other }: RecordMarks): PersonMarks | null {
  if (one === null || other === null) return one ?? other;
  if (printPersonMarks(one) === printPersonMarks(other)) return one;
  const [from = one.from] = [one.from, other.from].sort();
  const nationalities = new Set([...one.nationalities, ...other.nationalities].sort());
  return { category: SEVERAL, nationalities, from, until: laterOf(one.until, other.until) };
}

function laterOf(one: string | null, other: string | null): string | null {
  return one === null || other === null ? null : ([one, other].sort()[1] ?? null);
}

function concernsSomebody({ person, who }: RecordMarks): boolean {
  return person !== null || who !== null;
}

function isSamePerson(one: RecordMarks, another: RecordMarks): boolean {
  return one.who !== null && one.who === another.who;
}

function joinRanks(a: ReadonlyMap<string, Rank>, b: ReadonlyMap<string, Rank>): Map<string, Rank> {
  const ranks = new Map(a);
  // One map, not one policy: a label of two policies asks for a clearance under each.
  for (const [policy, rank] of b) if (rank >= (ranks.get(policy) ?? 0)) ranks.set(policy, rank);
  return ranks;
}

/** All of both, but for RELIDO, which permits: it holds of a whole when it holds of every classified part. */
function joinCompartments(a: LabelParts, b: LabelParts): ReadonlySet<string> {
  const joined = new Set([...a.compartments, ...b.compartments]);
  if (refusesRelido(a) || refusesRelido(b)) joined.delete(RELIDO);
  return joined;
}

function intersect(a: Permissive, b: Permissive): Permissive {
  if (a === 'ANY') return b;
  return b === 'ANY' ? a : new Set([...a].filter((value) => b.has(value)));
}

function union(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...a, ...b]);
}

/** Who may look at it at all: those it is released to, and those it may be displayed to. */
function viewersOf({ releasableTo, displayOnly }: LabelParts): Permissive {
  return releasableTo === 'ANY' || displayOnly === null ? releasableTo : union(releasableTo, displayOnly);
}

function displayOnlyBeyond(releasableTo: Permissive, viewers: Permissive): ReadonlySet<string> | null {
  if (releasableTo === 'ANY' || viewers === 'ANY') return null;
  const beyond = [...viewers].filter((viewer) => !releasableTo.has(viewer));
  return beyond.length === 0 ? null : new Set(beyond);
}

function joinControls(a: readonly OriginatorControl[], b: readonly OriginatorControl[]): OriginatorControl[] {
  const joined = new Map([...a, ...b].map((control) => [`${control.organisation}:${control.mode}`, control]));
  return [...joined].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, control]) => control);
}

function joinPortions(a: Handling, b: Handling): Map<Coordinate, Label> {
  const targets = new Set([...a.portions.keys(), ...b.portions.keys()]) as Set<Coordinate>;
  const at = (handling: Handling, target: Coordinate): Label => handling.portions.get(target) ?? handling.label;
  return new Map([...targets].sort().map((target) => [target, joinLabels(at(a, target), at(b, target))]));
}

/** A tag travels with any input, but `public` opens: all inputs must carry it. */
function joinTags(a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> {
  const tags = new Set([...a, ...b]);
  if (!a.has('public') || !b.has('public')) tags.delete('public');
  return tags;
}
