import { isHandlingNumber } from '../../brands.js';
import type { Masks } from '../visibility/viewer-masks.js';

/** Whether a viewer may read all of some fields of a row: what is made of them is as closed as each, for a portion may close one alone. */
export function mayReadAll(
  masks: Pick<Masks, 'mayRead'>,
  type: string,
  { handling }: { readonly handling?: unknown },
  fields: readonly string[],
): boolean {
  return isHandlingNumber(handling) && fields.every((field) => masks.mayRead(`${type}.${field}`, handling));
}
