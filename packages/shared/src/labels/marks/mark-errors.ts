import { ClientError, InternalError } from '../../errors.js';

/** A text that is no mark, or one that a label cannot carry in full; nothing of it is taken over. */
export class MarkSyntaxError extends ClientError {
  constructor(
    mark: string,
    expected: string,
    /** Offset of the first character that does not fit. */
    readonly position: number,
  ) {
    super('INPUT_INVALID', `mark \`${mark}\` does not parse at ${position}: expected ${expected}`);
  }
}

/** A label of which no mark says everything, so that none is printed. */
export class UnmarkableLabelError extends InternalError {
  constructor(label: string, why: string, options?: ErrorOptions) {
    super('INTERNAL', `label \`${label}\` has no mark: ${why}`, options);
  }
}
