import type { CanonicalCursor } from '../canonical-cursor.js';
import type { Mark, OwnStyle } from './mark.js';
import { draftOf, type MarkDraft, withParts } from './mark-draft.js';
import type { MarkForm } from './mark-form.js';
import { readRecipients } from './read-list.js';
import { readSections } from './read-sections.js';
import { NATO_ADDITIONS } from './tables/control-marks.js';
import { MARKING_ORGANISATIONS, natoAbbreviationAt, type OwnWords, ownWordsAt } from './tables/own-words.js';

const RELEASABLE = ' RELEASABLE TO ';

/** Reads a mark in the words of an organisation or a State; null when the text does not begin like one. */
export function readOwnMark(cursor: CanonicalCursor, form: MarkForm): MarkDraft | null {
  const slashes = cursor.text.startsWith('//', cursor.position) ? 2 : 0;
  const abbreviated = form === 'portion' ? natoAbbreviationAt(cursor.text, cursor.position + slashes) : undefined;
  if (abbreviated !== undefined) {
    const { own, addition, word } = abbreviated;
    cursor.expect('//'.slice(0, slashes) + word);
    const draft = classified(own, slashes > 0 ? 'register' : 'sections');
    return withParts(draft, { controls: new Set([addition]) }, [addition, cursor.position - word.length]);
  }
  const own = ownWordsAt(cursor.text, cursor.position + slashes, form);
  if (own === undefined || (slashes > 0 && own.policy !== 'NATO')) return null;
  if (slashes > 0) cursor.expect('//');
  cursor.expect(own.words[form]);
  if (slashes > 0) return readSections(cursor, form, classified(own, 'register'));
  return own.policy === 'NATO' ? readNato(cursor, form, own) : readReleasable(cursor, classified(own, 'spaced'));
}

function classified(own: OwnWords, ownStyle: OwnStyle): MarkDraft {
  const { policy, rank, nationalsOnly } = own;
  return draftOf({ system: 'OWN', owners: [policy], rank, own, ownStyle, eyesOnly: nationalsOnly ? [policy] : null });
}

/** `NATO SECRET ATOMAL`, `COSMIC TOP SECRET//BOHEMIA`, `NATO SECRET RELEASABLE TO SWE`. */
function readNato(cursor: CanonicalCursor, form: MarkForm, own: OwnWords): MarkDraft {
  const start = cursor.position + 1;
  if (cursor.accept(' ATOMAL')) {
    const controls = new Set(['ATOMAL']);
    return readReleasable(cursor, withParts(classified(own, 'spaced'), { controls }, ['ATOMAL', start]));
  }
  if (!cursor.text.startsWith('//', cursor.position)) return readReleasable(cursor, classified(own, 'spaced'));
  const draft = readSections(cursor, form, classified(own, 'sections'));
  if (!onlyAdditions(draft.mark)) cursor.fail('`//` before a mark of NATO with controls of the register', start - 1);
  return draft;
}

function onlyAdditions({ compartments, controls, sources, concealsSource, ...lists }: Mark): boolean {
  const { relTo, displayOnly, releasableTo, eyesOnly, leansOnPage } = lists;
  return (
    [...controls].every((name) => NATO_ADDITIONS.has(name)) &&
    compartments.size === 0 &&
    sources === null &&
    !concealsSource &&
    !leansOnPage &&
    [relTo, displayOnly, releasableTo, eyesOnly].every((list) => list === null)
  );
}

function readReleasable(cursor: CanonicalCursor, draft: MarkDraft): MarkDraft {
  const start = cursor.position + 1;
  if (!MARKING_ORGANISATIONS.has(draft.mark.own?.policy ?? '') || !cursor.accept(RELEASABLE)) return draft;
  return withParts(draft, { releasableTo: readRecipients(cursor) }, ['RELEASABLE TO', start]);
}
