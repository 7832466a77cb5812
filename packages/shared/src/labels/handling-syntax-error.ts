import { InternalError } from '../errors.js';

/** A label or handling that is not canonical; whatever carries it is denied. */
export class HandlingSyntaxError extends InternalError {
  constructor(
    expected: string,
    /** Offset of the first character that does not fit. */
    readonly position: number,
  ) {
    super('INTERNAL', `handling does not parse at ${position}: expected ${expected}`);
  }
}
