import type { CanonicalCursor } from '../canonical-cursor.js';
import type { Mark } from './mark.js';
import { draftOf, type MarkDraft, withParts } from './mark-draft.js';
import type { MarkForm } from './mark-form.js';
import { readRecipients } from './read-list.js';
import { CUI_LIMITS, type CuiLimit, isCuiCategory } from './tables/cui-marks.js';
import { isWordEnd } from './word-end.js';

const HEAD = /(?:CONTROLLED|CUI)(?=$|\/\/|\)| \|)/y;
const CATEGORY = /(?:SP-)?[A-Z]+(?=$|\/|\)| \|)/y;

/** Reads a mark of controlled unclassified information, `CUI//SP-PRVCY//FED ONLY` (32 CFR 2002.20); null when none begins here. */
export function readCuiMark(cursor: CanonicalCursor, form: MarkForm): MarkDraft | null {
  HEAD.lastIndex = cursor.position;
  const head = HEAD.exec(cursor.text)?.[0];
  if (head === undefined || (form === 'portion' && head !== 'CUI')) return null;
  cursor.expect(head);
  const saysControlled = head === 'CONTROLLED';
  const draft = draftOf({ system: 'CUI', owners: ['USA'], saysControlled, controls: new Set(['CUI']) });
  if (!cursor.accept('//')) return draft;
  if (!categoryStandsAt(cursor)) return readLimits(cursor, form, draft);
  const categorised = readCategories(cursor, draft);
  return cursor.accept('//') ? readLimits(cursor, form, categorised) : categorised;
}

function categoryStandsAt({ text, position }: CanonicalCursor): boolean {
  CATEGORY.lastIndex = position;
  const word = CATEGORY.exec(text)?.[0];
  return word !== undefined && isCuiCategory(word);
}

/** Specified categories before basic ones, both in alphabetical order. */
function readCategories(cursor: CanonicalCursor, draft: MarkDraft): MarkDraft {
  const names = new Set(draft.mark.controls);
  let last = '';
  do {
    const start = cursor.position;
    const word = cursor.take(CATEGORY, 'a category of the CUI registry');
    if (!isCuiCategory(word)) return cursor.fail('a category of the CUI registry', start);
    const order = `${word.startsWith('SP-') ? 0 : 1}${word}`;
    if (order <= last) return cursor.fail('specified categories, then basic ones, in alphabetical order', start);
    const other = word.startsWith('SP-') ? word.slice(3) : `SP-${word}`;
    if (names.has(`CUI-${other}`)) return cursor.fail('a category once, specified or basic', start);
    last = order;
    names.add(`CUI-${word}`);
  } while (!cursor.text.startsWith('//', cursor.position) && cursor.accept('/'));
  return withParts(draft, { controls: names });
}

function readLimits(cursor: CanonicalCursor, form: MarkForm, categorised: MarkDraft): MarkDraft {
  let draft = categorised;
  let last = '';
  do {
    const start = cursor.position;
    const { order, parts, name } = readLimit(cursor, form, draft.mark);
    if (order <= last) return cursor.fail('limits in alphabetical order, each once', start);
    last = order;
    draft = withParts(draft, parts, [name, start]);
  } while (cursor.accept('/'));
  return draft;
}

interface ReadLimit {
  readonly order: string;
  readonly name: string;
  readonly parts: Partial<Mark>;
}

function readLimit(cursor: CanonicalCursor, form: MarkForm, { controls }: Mark): ReadLimit {
  if (cursor.accept('REL TO ')) return { order: 'REL TO', name: 'REL TO', parts: { relTo: readRecipients(cursor) } };
  if (cursor.accept('DISPLAY ONLY ')) {
    return { order: 'DISPLAY ONLY', name: 'DISPLAY ONLY', parts: { displayOnly: readRecipients(cursor) } };
  }
  const limit = CUI_LIMITS.find((each) => standsWhole(cursor, each, form));
  if (limit === undefined) return cursor.fail('a limited dissemination control of the CUI registry');
  cursor.expect(limit.words[form]);
  const name = limit.name ?? 'NOFORN';
  return { order: limit.words.banner, name, parts: { controls: new Set([...controls, name]) } };
}

function standsWhole({ text, position }: CanonicalCursor, { words }: CuiLimit, form: MarkForm): boolean {
  return text.startsWith(words[form], position) && isWordEnd(text, position + words[form].length);
}
