import { InternalError } from '../../errors.js';

/** A label of which no label of the standard says everything, so that none is printed. */
export class UnmarkableLabelError extends InternalError {
  constructor(label: string, why: string, options?: ErrorOptions) {
    super('INTERNAL', `label \`${label}\` is not printed: ${why}`, options);
  }
}
