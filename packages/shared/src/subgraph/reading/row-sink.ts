import type { EntityManager } from 'typeorm';
import type { HandlingNumber } from '../../brands.js';
import type { Handling } from '../../labels/label.js';
import type { Coordinate } from '../../vocabulary.js';
import type { FieldVerdict } from '../visibility/viewer-masks.js';

/** Where the commands of a call write to. */
export interface RowSink {
  /** Whether the writer may read a field under a handling that its record is to get. */
  verdictOn(coordinate: Coordinate, handling: Handling): FieldVerdict;
  /** The integer of a handling, which gets one if it has none. Outside of any transaction, for a handling without a row tells nothing. */
  allot(handling: Handling): Promise<HandlingNumber>;
  /** Runs `work` in a transaction of its own: all of it is kept, or nothing. */
  write<T>(handling: Handling, work: (transaction: EntityManager, handling: HandlingNumber) => Promise<T>): Promise<T>;
}
