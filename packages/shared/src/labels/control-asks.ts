import { type Asks, controlNamed } from './marks/tables/control-marks.js';
import { cuiAsks } from './marks/tables/cui-marks.js';

/** What a word in a label's compartments asks of a reader; one that no register knows, that he was read in. */
export function asksOf(compartment: string): Asks {
  return controlNamed(compartment)?.asks ?? cuiAsks(compartment) ?? 'READ_IN';
}

/** Whether read-ins cover a compartment. Who was read in to what is below it was read in to it: `SI-G` to `SI`. */
export function holdsCompartment(held: readonly string[], compartment: string): boolean {
  return held.some((each) => each === compartment || each.startsWith(`${compartment}-`));
}
