import { asksOf } from './control-asks.js';
import type { LabelParts } from './read-label.js';

/** The government that every control with an affiliation is of (register, G table 5). */
const AFFILIATED: ReadonlySet<string> = new Set(['USA']);

/**
 * A label whose controls ask for affiliation, such as FOUO or FISA, and that sets no limit of release: it is for the
 * United States. What a mark releases by name is for those that it names as well.
 */
export function withAffiliation(label: LabelParts): LabelParts {
  if (label.releasableTo !== 'ANY') return label;
  if (![...label.compartments].some((compartment) => asksOf(compartment) === 'AFFILIATION')) return label;
  return { ...label, releasableTo: AFFILIATED };
}
