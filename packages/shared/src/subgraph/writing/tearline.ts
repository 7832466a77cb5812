import { internHandling } from '../../labels/intern.js';
import type { Handling, Label } from '../../labels/label.js';
import type { Coordinate } from '../../vocabulary.js';

/** What of a record may be told below its label, and to which other States. */
export interface Tearline {
  readonly states: readonly string[];
  /** Fields of the record that they may read. */
  readonly shows: readonly Coordinate[];
}

/** The same record with a tearline: that it is there, and the fields below the line, are under a label of their own. */
export function withTearline(handling: Handling, { shows }: Tearline, below: Label): Handling {
  const targets: Coordinate[] = ['EXISTENCE', ...shows];
  return internHandling({ ...handling, portions: new Map(targets.sort().map((target) => [target, below])) });
}
