import type { CanonicalCursor } from '../canonical-cursor.js';
import type { Tlp } from '../label.js';
import type { LabelParts } from '../read-label.js';

const COLOUR = /CLEAR|GREEN|AMBER\+STRICT|AMBER|RED/y;

/** Reads a mark of TLP 2.0, `TLP:AMBER+STRICT`; null when the text is none. TLP 1.0's WHITE does not parse. */
export function readTlpMark(cursor: CanonicalCursor): LabelParts | null {
  if (!cursor.accept('TLP:')) return null;
  return {
    // The protocol is no classification (FIRST TLP 2.0): it sets no rank and names no recipients.
    ranks: new Map(),
    compartments: new Set(),
    releasableTo: 'ANY',
    nationals: 'ANY',
    purposes: 'ANY',
    displayOnly: null,
    originatorControls: [],
    foreignSources: new Set(),
    tlp: cursor.take(COLOUR, 'a colour of TLP 2.0') as Tlp,
  };
}
