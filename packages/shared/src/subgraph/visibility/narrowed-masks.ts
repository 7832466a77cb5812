import type { HandlingNumber } from '../../brands.js';
import type { Instant } from '../../clock.js';
import type { Coordinate } from '../../vocabulary.js';
import type { BitString } from './bit-string.js';
import type { Masks } from './viewer-masks.js';

/** What a viewer is shown, of fewer rows than it sees: what it may read of those is its own. */
export class NarrowedMasks implements Masks {
  constructor(
    readonly masks: Masks,
    readonly rows: BitString,
  ) {}

  visible(): string {
    return this.rows.toString();
  }

  seen(): BitString {
    return this.rows;
  }

  readable(coordinate: Coordinate): BitString {
    return this.masks.readable(coordinate);
  }

  known(): number {
    return this.masks.known();
  }

  mayRead(coordinate: Coordinate, handling: HandlingNumber): boolean {
    return this.masks.mayRead(coordinate, handling);
  }

  heldUntil(): Instant {
    return this.masks.heldUntil();
  }
}
