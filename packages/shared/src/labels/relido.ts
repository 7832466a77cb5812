import type { LabelParts } from './read-label.js';

/** That a disclosure officer may release it further (register, H.8): the one word of a label's compartments that permits. */
export const RELIDO = 'RELIDO';

/** Whether a label is classified and does not leave its release to a disclosure officer. */
export function refusesRelido({ ranks, compartments }: Pick<LabelParts, 'ranks' | 'compartments'>): boolean {
  return !compartments.has(RELIDO) && [...ranks.values()].some((rank) => rank > 0);
}
