import { stateCodes, stateName } from '@chancery/shared/state-names';
import type { ImportedRow } from '@chancery/shared/subgraph/import/import-records';
import type { State } from '../register/state.js';
import { PUBLISHED } from './published.js';

/** Every State that a record may name; organisations are none. */
export function stateRows(): ImportedRow<State>[] {
  return stateCodes().map((reference) => ({
    handling: PUBLISHED,
    synthetic: false,
    reference,
    name: stateName(reference) ?? reference,
  }));
}
