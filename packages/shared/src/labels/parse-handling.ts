import type { Coordinate } from '../vocabulary.js';
import { withAffiliation } from './affiliation.js';
import { CanonicalCursor } from './canonical-cursor.js';
import { HandlingSyntaxError } from './handling-syntax-error.js';
import { internHandling, internLabel, knownHandling } from './intern.js';
import type { Handling, Label } from './label.js';
import { readLabel } from './read-label.js';
import { readRecordMarks } from './read-record-marks.js';

/** Longest handling, in bytes of ASCII. */
export const HANDLING_BYTES_MAX = 4096;

const TARGET = /EXISTENCE(?=\()|[A-Z_a-z][A-Z_a-z0-9]*\.[A-Z_a-z][A-Z_a-z0-9]*/y;

/** Parses a canonical handling; the same text gives the same object. Anything not canonical throws. */
export function parseHandling(text: string): Handling {
  const known = knownHandling(text);
  if (known !== undefined) return known;

  const cursor = openCursor(text);
  const label = readInterned(cursor);
  const record = readRecordMarks(cursor);
  const portions = new Map(cursor.accept('!') ? readPortions(cursor) : []);
  cursor.expectEnd();
  return internHandling({ label, record, portions }, text);
}

/** Parses one canonical label, as it stands in a portion. */
export function parseLabel(text: string): Label {
  const cursor = openCursor(text);
  const label = readInterned(cursor);
  cursor.expectEnd();
  return label;
}

/** What was read in canonical form is its own text, unless a control says what the label leaves out. */
function readInterned(cursor: CanonicalCursor): Label {
  const start = cursor.position;
  const parts = readLabel(cursor);
  const affiliated = withAffiliation(parts);
  return affiliated === parts ? internLabel(parts, cursor.text.slice(start, cursor.position)) : internLabel(affiliated);
}

function readPortions(cursor: CanonicalCursor): [Coordinate, Label][] {
  return cursor.takeSorted(
    '!',
    (): [Coordinate, Label] => {
      const target = cursor.take(TARGET, 'EXISTENCE or a coordinate') as Coordinate;
      cursor.expect('(');
      const label = readInterned(cursor);
      cursor.expect(')');
      return [target, label];
    },
    ([target]) => target,
  );
}

function openCursor(text: string): CanonicalCursor {
  if (text.length > HANDLING_BYTES_MAX) {
    throw new HandlingSyntaxError(`at most ${HANDLING_BYTES_MAX} bytes`, HANDLING_BYTES_MAX);
  }
  return new CanonicalCursor(text);
}
