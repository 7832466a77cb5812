import { ClientError } from '../../errors.js';

const SHOWN_MAX = 200;

/** A text that is no mark of any register; nothing of it is taken over. */
export class MarkSyntaxError extends ClientError {
  constructor(
    mark: string,
    /** What the register wants instead. */
    readonly expected: string,
    /** Offset of the first character that does not fit. */
    readonly position: number,
  ) {
    const shown = mark.length > SHOWN_MAX ? `${mark.slice(0, SHOWN_MAX)}…` : mark;
    super('INPUT_INVALID', `mark \`${shown}\` does not parse at ${position}: expected ${expected}`);
  }
}
