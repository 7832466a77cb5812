import { CanonicalCursor } from '../canonical-cursor.js';
import type { Label } from '../label.js';
import { printLabel } from '../print-label.js';
import type { MarkForm } from './control-marks.js';
import { MarkSyntaxError } from './mark-errors.js';
import { readRegisterMark } from './read-register-mark.js';
import { readTlpMark } from './tlp-mark.js';
import { readTreatyMark } from './treaty-marks.js';

/** Longest mark, in characters. */
export const MARK_LENGTH_MAX = 1024;

/** What a mark leaves to the document that it stands on. */
export interface MarkContext {
  /** The organisation whose consent ORCON asks for; without it such a mark does not parse. */
  readonly originator: string | null;
}

const NO_CONTEXT: MarkContext = { originator: null };

/** Parses the line above or below a page, `SECRET//REL TO USA, GBR`. */
export function parseBannerMark(text: string, context = NO_CONTEXT): Label {
  return parseMark(text, 'banner', context);
}

/** Parses the mark before a paragraph, `(S//REL TO USA, GBR)`. */
export function parsePortionMark(text: string, context = NO_CONTEXT): Label {
  return parseMark(text, 'portion', context);
}

/** Marks come with what callers send: the label is not kept in the table of labels. */
function parseMark(text: string, form: MarkForm, { originator }: MarkContext): Label {
  const refusal = (expected: string, position: number): Error => new MarkSyntaxError(text, expected, position);
  if (text.length > MARK_LENGTH_MAX) {
    throw new MarkSyntaxError(text.slice(0, 40), `at most ${MARK_LENGTH_MAX} characters`, MARK_LENGTH_MAX);
  }
  const cursor = new CanonicalCursor(text, refusal);
  if (form === 'portion') cursor.expect('(');
  const parts = readTlpMark(cursor) ?? readTreatyMark(cursor, form) ?? readRegisterMark(cursor, form, originator);
  if (form === 'portion') cursor.expect(')');
  cursor.expectEnd();
  return Object.freeze({ ...parts, text: printLabel(parts) });
}
