import type { Instant } from '@chancery/shared/clock';
import { InternalError } from '@chancery/shared/errors';
import type { Handling, Label } from '@chancery/shared/labels/label';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Category } from '@chancery/shared/vocabulary';
import type { CitedRule, Obligation } from '../decision.js';
import type { BarKey } from './bars.js';

/** What the static part of the mandatory layer reads: no fact and no act is in it, so its answer may be kept. */
export interface LabelInput extends RecordFacets {
  readonly profile: Profile;
  readonly label: Label;
  /** The agency that made the record, and its State. */
  readonly owner: string;
  readonly ownerState: string;
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
  readonly permits: readonly CitedRule[];
  readonly obligations: readonly Obligation[];
  readonly validUntil: Instant;
}

/** A law of the mandatory layer: which bars it raises. */
export type Law = (input: LabelInput) => readonly Bar[];

/** A bar that no act lifts, or that is lifted whoever issued the act. */
export const barOf = (key: BarKey, ...originators: string[]): Bar => ({ key, originators });

/** No bar at all. */
export const NO_BARS: readonly Bar[] = Object.freeze([]);

/** What a record contributes to the static input beside its label; the same object for the same facets. */
export interface RecordFacets {
  /**
   * Further dissemination needs the originator: the record predates the Order, so that the old third-agency rule
   * holds of it (tag `predatesOrder`), or is so marked (tag `priorAuthorisation`).
   */
  readonly asksOriginator: boolean;
  /** Need-to-know is an assignment to the case (tag `caseBound`). */
  readonly caseBound: boolean;
  /** The value tells where the information came from. */
  readonly tellsSource: boolean;
}

const BOTH = [false, true] as const;
const FACETS: readonly RecordFacets[] = BOTH.flatMap((asksOriginator) =>
  BOTH.flatMap((caseBound) => BOTH.map((tellsSource) => Object.freeze({ asksOriginator, caseBound, tellsSource }))),
);

/** The facets of a record for one kind of data. */
export function facetsOf({ record: { tags } }: Handling, category: Category): RecordFacets {
  const source = category === 'INTEL_SOURCE' ? 1 : 0;
  const bound = tags.has('caseBound') ? 2 : 0;
  const asks = tags.has('predatesOrder') || tags.has('priorAuthorisation') ? 4 : 0;
  const facets = FACETS[asks + bound + source];
  if (facets === undefined) throw new InternalError('INTERNAL', 'a record with other facets than there are');
  return facets;
}

/** Puts together the static input about one label. */
export function labelInput(
  profile: Profile,
  label: Label,
  owner: string,
  facets: RecordFacets,
  now: Instant,
): LabelInput {
  return { profile, label, owner, ownerState: stateOf(owner), ...facets, now };
}

/** The State or organisation of an agency: `USA` of `USA.intelligence`; a State stands for itself. */
export function stateOf(agency: string): string {
  const dot = agency.indexOf('.');
  return dot < 0 ? agency : agency.slice(0, dot);
}
