import { CanonicalCursor } from '../canonical-cursor.js';
import type { Tlp } from '../label.js';
import { objectionTo } from './check-mark.js';
import type { Mark } from './mark.js';
import { draftOf, type MarkDraft } from './mark-draft.js';
import { MarkSyntaxError } from './mark-errors.js';
import { EXERCISE_PREFIX, MARK_SEPARATOR, type MarkForm } from './mark-form.js';
import { markPlace } from './mark-place.js';
import { readCuiMark } from './read-cui-mark.js';
import { readOwnMark } from './read-own-mark.js';
import { readRegisterMark } from './read-register-mark.js';

/** Longest mark, in characters. */
export const MARK_LENGTH_MAX = 16_384;

/** A text as a mark: one of them, or several that stand together. */
export interface MarkText {
  readonly form: MarkForm;
  readonly isExercise: boolean;
  readonly marks: readonly [Mark, ...Mark[]];
}

/** Parses a banner, `SECRET//REL TO USA, GBR`, or a portion, `(S//REL TO USA, GBR)`; what the register forbids throws. */
export function parseMark(text: string): MarkText {
  return parse(text, true);
}

/**
 * Parses a portion as it may stand on a page that is to be rolled up: its words and their order are those of the
 * register, and what it ought to have besides is not asked for.
 */
export function parsePortion(text: string): Mark {
  if (!text.startsWith('(')) throw new MarkSyntaxError(text, 'a portion in parentheses', 0);
  return parse(text, false).marks[0];
}

function parse(given: string, isStrict: boolean): MarkText {
  if (given.length > MARK_LENGTH_MAX) {
    throw new MarkSyntaxError(given, `at most ${MARK_LENGTH_MAX} characters`, MARK_LENGTH_MAX);
  }
  // È is one character or two: the same mark.
  const text = given.normalize('NFC');
  const cursor = new CanonicalCursor(text, (expected, position) => new MarkSyntaxError(text, expected, position));
  const form: MarkForm = cursor.accept('(') ? 'portion' : 'banner';
  const isExercise = form === 'banner' && cursor.accept(EXERCISE_PREFIX);
  const marks = readMarks(cursor, form, isStrict);
  if (form === 'portion') cursor.expect(')');
  cursor.expectEnd();
  return { form, isExercise, marks };
}

function readMarks(cursor: CanonicalCursor, form: MarkForm, isStrict: boolean): [Mark, ...Mark[]] {
  const marks: [Mark, ...Mark[]] = [readMark(cursor, form, isStrict)];
  while (form === 'banner' && cursor.accept(MARK_SEPARATOR)) {
    const start = cursor.position;
    const mark = readMark(cursor, form, isStrict);
    if (markPlace(mark) <= markPlace(marks.at(-1) ?? mark)) {
      cursor.fail('marks in the order of their owners, one of each', start);
    }
    marks.push(mark);
  }
  return marks;
}

function readMark(cursor: CanonicalCursor, form: MarkForm, isStrict: boolean): Mark {
  const start = cursor.position;
  const draft =
    readTlp(cursor) ??
    readCode(cursor) ??
    readCuiMark(cursor, form) ??
    readOwnMark(cursor, form) ??
    readRegisterMark(cursor, form);
  const objection = objectionTo(draft.mark, form).find(({ isGrammar }) => isGrammar || isStrict);
  if (objection !== undefined) cursor.fail(objection.expected, draft.starts.get(objection.about) ?? start);
  return draft.mark;
}

const COLOUR = /CLEAR|GREEN|AMBER\+STRICT|AMBER|RED/y;

/** `TLP:AMBER+STRICT` of TLP 2.0; TLP 1.0's WHITE does not parse. */
function readTlp(cursor: CanonicalCursor): MarkDraft | null {
  if (!cursor.accept('TLP:')) return null;
  return draftOf({ system: 'TLP', tlp: cursor.take(COLOUR, 'a colour of TLP 2.0') as Tlp });
}

const CODE = /H[0-3](?![A-Z0-9])/y;

/** Handling codes of Europol. */
function readCode(cursor: CanonicalCursor): MarkDraft | null {
  CODE.lastIndex = cursor.position;
  if (!CODE.test(cursor.text)) return null;
  return draftOf({ system: 'CODE', controls: new Set([cursor.take(CODE, 'a handling code')]) });
}
