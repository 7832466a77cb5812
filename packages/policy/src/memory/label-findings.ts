import type { Instant } from '@chancery/shared/clock';
import type { Handling, Label } from '@chancery/shared/labels/label';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Category } from '@chancery/shared/vocabulary';
import { assessLabel, type StaticFinding } from '../mandatory/assess-mandatory.js';
import { facetsOf, type RecordFacets } from '../mandatory/label-input.js';
import { BoundedMap } from './bounded-map.js';
import type { MemoryLimits } from './limits.js';

/** All the facets that there are. */
const FACETS_MAX = 8;

/**
 * Keeps what the label layer finds for one profile at one instant.
 * Law: of a record its laws read the label, who made it and three facets; where these are equal, so is the finding.
 */
export class LabelFindings {
  readonly #byLabel: BoundedMap<Label, BoundedMap<string, BoundedMap<RecordFacets, StaticFinding>>>;

  constructor(
    readonly profile: Profile,
    readonly now: Instant,
    readonly limits: MemoryLimits,
  ) {
    this.#byLabel = new BoundedMap(limits.labels);
  }

  /** The finding on a handling for one kind of data: the same object where the law says that it is equal. */
  of(handling: Handling, category: Category): StaticFinding {
    const facets = facetsOf(handling, category);
    // A text of all three would have to be made and hashed for each of ten thousand handlings.
    return this.#byLabel
      .compute(handling.label, () => new BoundedMap(this.limits.owners))
      .compute(handling.record.owner, () => new BoundedMap(FACETS_MAX))
      .compute(facets, () => assessLabel(this.profile, handling, facets, this.now));
  }
}
