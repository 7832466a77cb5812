import type { Instant } from '@chancery/shared/clock';
import type { Handling, Label } from '@chancery/shared/labels/label';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Category } from '@chancery/shared/vocabulary';
import type { CitedRule, Obligation } from '../decision.js';
import type { BarKey } from './bars.js';

/** What the static part of the mandatory layer reads: no fact and no act is in it, so its answer may be kept. */
export interface LabelQuestion {
  readonly profile: Profile;
  readonly label: Label;
  /** The agency that made the record, and its State. */
  readonly owner: string;
  readonly ownerState: string;
  /**
   * Further dissemination needs the originator: the record predates the Order, so that the old third-agency rule
   * holds of it (tag `predatesOrder`), or is so marked (tag `priorAuthorisation`).
   */
  readonly asksOriginator: boolean;
  /** Need-to-know is an assignment to the case (tag `caseBound`). */
  readonly caseBound: boolean;
  /** The value tells where the information came from. */
  readonly tellsSource: boolean;
  readonly now: Instant;
}

/** A bar that holds as long as no act lifts it. */
export interface Bar {
  readonly key: BarKey;
  /** States and organisations each of which must have issued the act that lifts it. */
  readonly originators: readonly string[];
}

/** What the laws of the mandatory layer find in one label. */
export interface LabelFinding {
  readonly bars: readonly Bar[];
  readonly grounds: readonly CitedRule[];
  readonly obligations: readonly Obligation[];
  readonly validUntil: Instant;
}

/** A law of the mandatory layer: which bars it raises. */
export type Law = (asked: LabelQuestion) => readonly Bar[];

/** A bar that no act lifts, or that is lifted whoever issued the act. */
export const barOf = (key: BarKey, ...originators: string[]): Bar => ({ key, originators });

/** No bar at all. */
export const NO_BARS: readonly Bar[] = Object.freeze([]);

/** What a record contributes to the static question beside its label, as a small number. */
export type RecordFacets = number;
const ASKS_ORIGINATOR = 1;
const CASE_BOUND = 2;
const TELLS_SOURCE = 4;

/** The facets of a record for one kind of data. */
export function facetsOf({ record }: Handling, category: Category): RecordFacets {
  const source = category === 'INTEL_SOURCE' ? TELLS_SOURCE : 0;
  const { tags } = record;
  if (tags.size === 0) return source;
  const asks = tags.has('predatesOrder') || tags.has('priorAuthorisation') ? ASKS_ORIGINATOR : 0;
  return source + asks + (tags.has('caseBound') ? CASE_BOUND : 0);
}

/** Puts together the static question about one label. */
export function labelQuestion(
  profile: Profile,
  label: Label,
  owner: string,
  facets: RecordFacets,
  now: Instant,
): LabelQuestion {
  return {
    profile,
    label,
    owner,
    ownerState: stateOf(owner),
    asksOriginator: (facets & ASKS_ORIGINATOR) !== 0,
    caseBound: (facets & CASE_BOUND) !== 0,
    tellsSource: (facets & TELLS_SOURCE) !== 0,
    now,
  };
}

/** The State or organisation of an agency: `USA` of `USA.intelligence`; a State stands for itself. */
export function stateOf(agency: string): string {
  const dot = agency.indexOf('.');
  return dot < 0 ? agency : agency.slice(0, dot);
}
