import type { CanonicalCursor } from '../canonical-cursor.js';
import type { Mark } from './mark.js';
import { type MarkDraft, withParts } from './mark-draft.js';
import type { MarkForm } from './mark-form.js';
import { readControlSystem, readProgramme } from './read-compartments.js';
import { acceptSpace, readNationals, readRecipients, readSources } from './read-list.js';
import { CONTROL_MARKS, type ControlMark, controlNamed, SECTIONS, type Section } from './tables/control-marks.js';
import { isWordEnd } from './word-end.js';

/** One entry between slashes, placed in the register. */
interface Entry {
  readonly section: number;
  /** Sorts within its section. */
  readonly order: string;
  readonly draft: MarkDraft;
}

/** A word of a control in one form, the longest first: `ORCON-USGOV` is not `ORCON`. */
interface ControlWord {
  readonly word: string;
  readonly control: ControlMark;
}

const wordsOf = (form: MarkForm): ControlWord[] =>
  CONTROL_MARKS.filter(({ name }) => !isAtomicFamily(name))
    .flatMap((control) => {
      const titles = form === 'banner' && control.title !== null ? [control.title] : [];
      return [control.words[form], ...titles].map((word) => ({ word, control }));
    })
    .sort((a, b) => b.word.length - a.word.length);

const CONTROL_WORDS: Readonly<Record<MarkForm, readonly ControlWord[]>> = {
  banner: wordsOf('banner'),
  portion: wordsOf('portion'),
};

const LISTED: ReadonlySet<string> = new Set(['REL TO', 'DISPLAY ONLY', 'RELEASABLE TO']);

/** Reads every section of a mark after its classification, in the order of the register (G). */
export function readSections(cursor: CanonicalCursor, form: MarkForm, classified: MarkDraft): MarkDraft {
  let draft = classified;
  let last: Entry | undefined;
  while (cursor.text.startsWith('/', cursor.position)) {
    const start = cursor.position;
    cursor.expect('/');
    const opensSection = cursor.accept('/');
    if (last === undefined && !opensSection) return cursor.fail('`//`', start);
    const at = cursor.position;
    const entry = readEntry(cursor, form, draft, opensSection ? null : (last?.section ?? null));
    if (last !== undefined) refuseDisorder(cursor, last, entry, opensSection, at);
    draft = entry.draft;
    last = entry;
  }
  return draft;
}

function readEntry(cursor: CanonicalCursor, form: MarkForm, draft: MarkDraft, within: number | null): Entry {
  const sap = SECTIONS.indexOf('SAP');
  return (
    (within === sap ? readFurtherProgramme(cursor, draft) : readFirstProgramme(cursor, form, draft)) ??
    readForeignSources(cursor, form, draft) ??
    readAtomic(cursor, form, draft) ??
    readControl(cursor, form, draft) ??
    readEyesOnly(cursor, draft) ??
    readSystem(cursor, form, draft) ??
    cursor.fail('a mark of the register')
  );
}

function readFirstProgramme(cursor: CanonicalCursor, form: MarkForm, draft: MarkDraft): Entry | null {
  const hasPrefix = cursor.accept('SAR-') || (form === 'banner' && cursor.accept('SPECIAL ACCESS REQUIRED-'));
  return hasPrefix ? readProgrammeEntry(cursor, draft) : null;
}

/** The prefix of special access programmes is said once: `SAR-BP/CD`. */
function readFurtherProgramme(cursor: CanonicalCursor, draft: MarkDraft): Entry | null {
  return cursor.text.startsWith('SAR-', cursor.position) || cursor.text.startsWith('BALK', cursor.position)
    ? null
    : readProgrammeEntry(cursor, draft);
}

function readProgrammeEntry(cursor: CanonicalCursor, draft: MarkDraft): Entry {
  const start = cursor.position;
  const { order, paths } = readProgramme(cursor);
  return { section: SECTIONS.indexOf('SAP'), order: `0${order}`, draft: withCompartments(draft, paths, start) };
}

function readSystem(cursor: CanonicalCursor, form: MarkForm, draft: MarkDraft): Entry | null {
  const start = cursor.position;
  const entry = readControlSystem(cursor, form);
  if (entry === null) return null;
  const section = SECTIONS.indexOf('SCI');
  return { section, order: `0${entry.order}`, draft: withCompartments(draft, entry.paths, start) };
}

function withCompartments(draft: MarkDraft, paths: readonly string[], start: number): MarkDraft {
  const compartments = new Set([...draft.mark.compartments, ...paths]);
  return withParts(draft, { compartments }, ...paths.map((path): [string, number] => [path, start]));
}

/** `FGI GBR DEU` names its sources; `FGI` alone must not (32 CFR 2001.24(c)). */
function readForeignSources(cursor: CanonicalCursor, form: MarkForm, draft: MarkDraft): Entry | null {
  const start = cursor.position;
  const isForeign = cursor.accept('FGI') || (form === 'banner' && cursor.accept('FOREIGN GOVERNMENT INFORMATION'));
  if (!isForeign) return null;
  const at = cursor.position + 1;
  const sources = acceptSpace(cursor) ? readSources(cursor) : null;
  if (sources?.includes('USA')) return cursor.fail('a foreign source', at);
  const parts = { sources, concealsSource: sources === null };
  return { section: SECTIONS.indexOf('FGI'), order: '', draft: withParts(draft, parts, ['FGI', start]) };
}

const ATOMIC: Readonly<Record<MarkForm, RegExp>> = {
  banner:
    /(F?RD|(?:FORMERLY )?RESTRICTED DATA)((?:-CNWDI|-CRITICAL NUCLEAR WEAPON DESIGN INFORMATION)?)((?:-SIGMA(?: [0-9]{1,2})+)?)(?![A-Z0-9-])/y,
  portion: /(F?RD)((?:-CNWDI)?)((?:-SG(?: [0-9]{1,2})+)?)(?![A-Z0-9-])/y,
};

function isAtomicFamily(name: string): boolean {
  return /^F?RD(?:-|$)/.test(name);
}

/** Reads `RD`, `RD-CNWDI`, `FRD-SIGMA 14 18` (H.6). */
function readAtomic(cursor: CanonicalCursor, form: MarkForm, draft: MarkDraft): Entry | null {
  const start = cursor.position;
  ATOMIC[form].lastIndex = start;
  const found = ATOMIC[form].exec(cursor.text);
  if (found === null) return null;
  const [whole, head = '', cnwdi = '', numbers = ''] = found;
  const family = head.startsWith('F') ? 'FRD' : 'RD';
  const sigmas = numbers.split(' ').slice(1);
  const names = [...(cnwdi === '' ? [] : [`${family}-CNWDI`]), ...sigmas.map((number) => `${family}-SIGMA-${number}`)];
  const unknown = names.find((name) => controlNamed(name) === undefined);
  if (unknown !== undefined) return cursor.fail('a subset of atomic energy information that is used today', start);
  if (sigmas.some((number, index) => index > 0 && Number(number) <= Number(sigmas[index - 1]))) {
    return cursor.fail('numbers of SIGMA in ascending order', start);
  }
  cursor.expect(whole);
  return entryOf('AEA', family, withControls(draft, names.length === 0 ? [family] : names, start));
}

/** The longest control that stands here as a whole, with its list where it has one. */
function readControl(cursor: CanonicalCursor, form: MarkForm, draft: MarkDraft): Entry | null {
  const { text, position: start } = cursor;
  const found = CONTROL_WORDS[form].find(({ word, control }) => {
    const end = start + word.length;
    const isWhole = isWordEnd(text, end) || (LISTED.has(control.name) && text.charAt(end) === ' ');
    return isWhole && text.startsWith(word, start);
  });
  if (found === undefined) return readPageRelease(cursor, form, draft);
  cursor.expect(found.word);
  const { name, section } = found.control;
  return entryOf(
    section,
    name,
    LISTED.has(name) ? readListed(cursor, name, draft, start) : withControls(draft, [name], start),
  );
}

function readListed(cursor: CanonicalCursor, name: string, draft: MarkDraft, start: number): MarkDraft {
  cursor.expect(' ');
  const list = readRecipients(cursor);
  const parts: Partial<Mark> =
    name === 'REL TO' ? { relTo: list } : name === 'DISPLAY ONLY' ? { displayOnly: list } : { releasableTo: list };
  return withParts(draft, parts, [name, start]);
}

/** `REL` in a portion is short for the release list of its page (H.8). */
function readPageRelease(cursor: CanonicalCursor, form: MarkForm, draft: MarkDraft): Entry | null {
  const start = cursor.position;
  if (form !== 'portion' || !/^REL[/)]/.test(cursor.text.slice(start, start + 4))) return null;
  cursor.expect('REL');
  return entryOf('DISSEM', 'REL TO', withParts(draft, { leansOnPage: true }, ['REL TO', start]));
}

const EYES_ONLY = /[A-Z]{3}(?:\/[A-Z]{3})* EYES ONLY/y;

/** A national caveat, `//GBR SECRET//GBR EYES ONLY`: a control of another State follows those of the register (H.7). */
function readEyesOnly(cursor: CanonicalCursor, draft: MarkDraft): Entry | null {
  const start = cursor.position;
  EYES_ONLY.lastIndex = start;
  if (!EYES_ONLY.test(cursor.text)) return null;
  const eyesOnly = readNationals(cursor);
  cursor.expect(' EYES ONLY');
  const parts = withParts(draft, { eyesOnly }, ['EYES ONLY', start]);
  return { section: SECTIONS.indexOf('NON-IC'), order: '99', draft: parts };
}

function withControls(draft: MarkDraft, names: readonly string[], start: number): MarkDraft {
  const controls = new Set([...draft.mark.controls, ...names]);
  return withParts(draft, { controls }, ...names.map((name): [string, number] => [name, start]));
}

function entryOf(section: Section, name: string, draft: MarkDraft): Entry {
  const order = String(1 + (controlNamed(name)?.order ?? 0)).padStart(2, '0');
  // What NATO adds to a section follows what the register has in it.
  return {
    section: SECTIONS.indexOf(section),
    order: section === 'SCI' || section === 'SAP' ? `1${order}` : order,
    draft,
  };
}

function refuseDisorder(cursor: CanonicalCursor, last: Entry, entry: Entry, opensSection: boolean, at: number): void {
  const sameSection = entry.section === last.section;
  if (entry.section < last.section) cursor.fail('sections in the order of the register', at);
  if (sameSection && opensSection) cursor.fail('one slash within a section', at);
  if (!sameSection && !opensSection) cursor.fail('two slashes between sections', at);
  if (sameSection && entry.order <= last.order) cursor.fail('marks in the order of the register, each once', at);
}
