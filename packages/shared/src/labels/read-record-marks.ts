import { parseRegisterKey } from '../brands.js';
import { isCalendarDate } from '../calendar.js';
import type { CanonicalCursor } from './canonical-cursor.js';
import type { PersonMarks, RecordMarks } from './label.js';

const AGENCY = /[A-Z][A-Z0-9-]*\.[a-z0-9][a-z0-9-]*/y;
const REGISTER_KEY = /[A-Za-z0-9][A-Za-z0-9_-]*/y;
const PERSON_CATEGORY = /[A-Z][A-Z0-9_]*/y;
const NATIONALITY = /[A-Z]{3}(?![A-Z0-9-])/y;
const DATE = /\d{4}-\d{2}-\d{2}/y;
const TAG = /[a-z][A-Za-z0-9]*/y;
const PERSON_KEY = /[A-Za-z0-9][A-Za-z0-9._:-]*/y;
const SCOPE_KEY = /[A-Za-z0-9][A-Za-z0-9._:-]*/y;

/** Reads what a handling says of the record besides its label. */
export function readRecordMarks(cursor: CanonicalCursor): RecordMarks {
  cursor.expect(';own=');
  return {
    owner: cursor.take(AGENCY, 'an agency'),
    missions: cursor.accept(';m=') ? cursor.takeSet(REGISTER_KEY, 'a register key').map(parseRegisterKey) : [],
    person: cursor.accept(';im=') ? readPersonMarks(cursor) : null,
    who: cursor.accept(';who=') ? cursor.take(PERSON_KEY, 'a person key') : null,
    tags: new Set(cursor.accept(';t=') ? cursor.takeSet(TAG, 'a tag') : []),
    key: cursor.accept(';x=') ? cursor.take(SCOPE_KEY, 'a scope key') : null,
  };
}

function readPersonMarks(cursor: CanonicalCursor): PersonMarks {
  const category = cursor.take(PERSON_CATEGORY, 'a category of person');
  cursor.expect(':');
  const nationalities = new Set(cursor.takeSet(NATIONALITY, 'a nationality'));
  cursor.expect(':');
  const from = readDate(cursor);
  cursor.expect('..');
  const start = cursor.position;
  const until = /^\d/.test(cursor.text.slice(start, start + 1)) ? readDate(cursor) : null;
  if (until !== null && until < from) cursor.fail(`a date not before \`${from}\``, start);
  return { category, nationalities, from, until };
}

function readDate(cursor: CanonicalCursor): string {
  const start = cursor.position;
  const date = cursor.take(DATE, 'a date');
  return isCalendarDate(date) ? date : cursor.fail('a date of the calendar', start);
}
