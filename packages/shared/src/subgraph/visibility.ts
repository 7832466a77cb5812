import type { Instant } from '../clock.js';
import { InternalError } from '../errors.js';
import { handlingAt } from '../labels/handling-at.js';
import { LruCache } from '../lru-cache.js';
import type { FieldCategory } from '../schema/field-categories.js';
import type { Coordinate } from '../vocabulary.js';
import { BitString } from './bit-string.js';
import type { DecisionPoint } from './decision-point.js';
import type { HandlingTable } from './handling-table.js';
import type { Viewer } from './viewer.js';

const PROFILES_MAX = 256;
const EXISTENCE: FieldCategory = { category: 'EXISTENCE', floor: 0 };

/** Bits over all handlings, and when they hold. */
interface Bits {
  readonly text: string;
  /** Handlings that were known when they were made. */
  readonly handlings: number;
  readonly from: Instant;
  readonly until: Instant;
}

/** What one viewer may read, as bit strings over the handlings of a service. */
export interface Masks {
  /** Handlings whose rows exist for the viewer. */
  visible(): string;
  /** Handlings under which the viewer may read the coordinate. */
  at(coordinate: Coordinate): string;
}

/** Decides a coordinate for every handling of the service at once, and keeps the bits until a dated input can flip one. */
export class Visibility {
  readonly #profiles = new LruCache<string, Map<string, Bits>>(PROFILES_MAX);

  constructor(
    readonly decisions: DecisionPoint,
    readonly handlings: HandlingTable,
    readonly categories: ReadonlyMap<Coordinate, FieldCategory>,
  ) {}

  masksFor(viewer: Viewer): Masks {
    const { snapshot, stale } = viewer.view;
    const kept = this.#profiles.compute(`${viewer.digest} ${snapshot.digest} ${stale}`, () => new Map());
    const bitsAt = (coordinate: Coordinate, field: FieldCategory): string => {
      // Fields of one category share their bits, but for those that some record marks by itself.
      const key = this.handlings.hasPortionFor(coordinate) ? coordinate : `${field.category} ${field.floor}`;
      const known = kept.get(key);
      if (known !== undefined && known.handlings === this.handlings.size && holdsAt(known, viewer.now)) {
        return known.text;
      }
      const bits = this.#decideAll(viewer, coordinate, field);
      kept.set(key, bits);
      return bits.text;
    };
    return {
      visible: () => bitsAt('EXISTENCE', EXISTENCE),
      at: (coordinate) => bitsAt(coordinate, this.#categoryOf(coordinate)),
    };
  }

  #categoryOf(coordinate: Coordinate): FieldCategory {
    const field = this.categories.get(coordinate);
    if (field === undefined) throw new InternalError('INTERNAL', `coordinate \`${coordinate}\` has no category`);
    return field;
  }

  #decideAll(viewer: Viewer, coordinate: Coordinate, { category, floor }: FieldCategory): Bits {
    const { profile, view, now } = viewer;
    const decider = this.decisions.open(profile, view, now);
    const bits = new BitString(this.handlings.capacity);
    let until = Number.POSITIVE_INFINITY;
    for (const [id, handling] of this.handlings.all()) {
      const narrowed = handlingAt(handling, coordinate, category, floor);
      const decision = decider.decide(category, narrowed, 'read');
      if (decision.effect === 'allow') bits.set(id);
      until = Math.min(until, decision.validUntil);
    }
    return { text: bits.toString(), handlings: this.handlings.size, from: now, until };
  }
}

function holdsAt({ from, until }: Bits, now: Instant): boolean {
  return from <= now && now < until;
}
