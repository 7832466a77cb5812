import { isHandlingNumber } from '@chancery/shared/brands';
import type { Masks } from '@chancery/shared/subgraph/visibility/viewer-masks';
import type { Mission } from './mission.entity.js';

/** Whether a viewer may read all of some fields of a post: what is made of them is as closed as each, for a portion may close one alone. */
export function mayReadAll(
  masks: Pick<Masks, 'mayRead'>,
  { handling }: Pick<Mission, 'handling'>,
  fields: readonly (keyof Mission)[],
): boolean {
  return isHandlingNumber(handling) && fields.every((field) => masks.mayRead(`Mission.${field}`, handling));
}
