import type { Handling, Label } from './label.js';
import { type HandlingParts, printHandling } from './print-handling.js';
import { printLabel } from './print-label.js';
import type { LabelParts } from './read-label.js';

// Both tables grow with what the subgraphs' handling tables hold, never with what a caller sends:
// only a text that parsed gets in.
const labels = new Map<string, Label>();
const handlings = new Map<string, Handling>();

/** The one object of this process for a label; `text` is its canonical text where that is known already. */
export function internLabel(parts: LabelParts, text: string = printLabel(parts)): Label {
  const known = labels.get(text);
  if (known !== undefined) return known;
  const label = Object.freeze({ ...parts, text });
  labels.set(text, label);
  return label;
}

/** The one object of this process for a handling; `text` is its canonical text where that is known already. */
export function internHandling(parts: HandlingParts, text: string = printHandling(parts)): Handling {
  const known = handlings.get(text);
  if (known !== undefined) return known;
  const handling = Object.freeze({ ...parts, text, ordinal: handlings.size });
  handlings.set(text, handling);
  return handling;
}

/** The handling of a canonical text that was met before. */
export function knownHandling(text: string): Handling | undefined {
  return handlings.get(text);
}
