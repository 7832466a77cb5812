import type { CanonicalCursor } from '../canonical-cursor.js';
import {
  CONTROL_MARKS,
  CONTROL_SYSTEM,
  type ControlMark,
  EXCLUSIVE_PAIRS,
  type MarkForm,
  SECTIONS,
  SPECIAL_ACCESS,
} from './control-marks.js';
import { readRecipients } from './recipients.js';

/** What the sections after the classification say. */
export interface Controls {
  readonly compartments: ReadonlySet<string>;
  /** Open sources, or `~` alone. */
  readonly foreignSources: ReadonlySet<string>;
  readonly originatorMode: string | null;
  readonly nationalsOnly: boolean;
  readonly releasableTo: readonly string[] | null;
  readonly displayOnly: readonly string[] | null;
}

/** One entry between slashes, placed in the register. */
interface Entry {
  readonly section: number;
  /** Order within its section. */
  readonly order: string;
  /** Banner form of a control mark, `FGI`, or null. */
  readonly mark: string | null;
  readonly compartment: string | null;
  readonly list: readonly string[];
  readonly start: number;
}

const WORD = /[A-Z0-9][A-Z0-9-]*/y;
const SOURCE = /[A-Z]{3}(?![A-Z0-9-])/y;

/** Reads every section of a mark after its classification, in the order of the register. */
export function readControls(cursor: CanonicalCursor, form: MarkForm, isClassified: boolean): Controls {
  const entries: Entry[] = [];
  let last: Entry | undefined;
  while (cursor.accept('/')) {
    const start = cursor.position;
    const opensSection = cursor.accept('/');
    const entry = readEntry(cursor, form, isClassified, opensSection ? undefined : last);
    if (last === undefined && !opensSection) return cursor.fail('`//`', start - 1);
    if (last !== undefined) refuseDisorder(cursor, last, entry, opensSection);
    refuseExclusive(cursor, entries, entry);
    entries.push(entry);
    last = entry;
  }
  // Who may release what is so marked is a disclosure officer's decision; a label says who may read, and has no word for it.
  const relido = entries.find(({ mark }) => mark === 'RELIDO');
  if (relido !== undefined) return cursor.fail('no RELIDO, which a label cannot carry', relido.start);
  return toControls(entries);
}

function readEntry(cursor: CanonicalCursor, form: MarkForm, isClassified: boolean, before: Entry | undefined): Entry {
  const start = cursor.position;
  const control = takeControl(cursor, form);
  if (control !== undefined) {
    refuseLevel(cursor, control.on, isClassified, start);
    const order = String(CONTROL_MARKS.indexOf(control)).padStart(2, '0');
    const section = SECTIONS.indexOf(control.section);
    const list = hasList(control) ? readList(cursor) : [];
    return { section, order, mark: control.banner, compartment: control.compartment, list, start };
  }
  const text = cursor.take(WORD, 'a mark of the register');
  if (text === 'FGI') return readForeign(cursor, start);
  // The prefix of special access programmes is said once: `SAR-BP/CD`.
  const sap = SECTIONS.indexOf('SAP');
  const compartment = before?.section === sap && !text.startsWith('SAR-') ? `SAR-${text}` : text;
  const isSpecial = SPECIAL_ACCESS.test(compartment) && (text !== compartment || before?.section !== sap);
  if (!isSpecial && !CONTROL_SYSTEM.test(compartment)) return cursor.fail('a mark of the register', start);
  refuseLevel(cursor, 'classified', isClassified, start);
  const section = isSpecial ? sap : SECTIONS.indexOf('SCI');
  return { section, order: compartment, mark: null, compartment, list: [], start };
}

/** The longest control mark that stands here as a whole: `ORCON-USGOV` is not `ORCON`. */
function takeControl(cursor: CanonicalCursor, form: MarkForm): ControlMark | undefined {
  const rest = cursor.text.slice(cursor.position);
  const fits = (control: ControlMark): boolean => {
    const end = hasList(control) ? ' ' : '/)';
    const next = rest.charAt(control[form].length);
    return rest.startsWith(control[form]) && (next === '' || end.includes(next));
  };
  const control = CONTROL_MARKS.find(fits);
  if (control !== undefined) cursor.accept(control[form]);
  return control;
}

function hasList({ banner }: ControlMark): boolean {
  return banner === 'REL TO' || banner === 'DISPLAY ONLY';
}

function readList(cursor: CanonicalCursor): string[] {
  cursor.expect(' ');
  return readRecipients(cursor);
}

/** `FGI GBR DEU` names its sources; `FGI` alone must not (32 CFR 2001.24(c)). */
function readForeign(cursor: CanonicalCursor, start: number): Entry {
  const list: string[] = [];
  while (cursor.accept(' ')) {
    const at = cursor.position;
    const source = cursor.take(SOURCE, 'a source State');
    if (source <= (list.at(-1) ?? '')) return cursor.fail(`a source after \`${list.at(-1)}\``, at);
    if (source === 'USA') return cursor.fail('a foreign source', at);
    list.push(source);
  }
  const sources = list.length === 0 ? ['~'] : list;
  return { section: SECTIONS.indexOf('FGI'), order: '', mark: 'FGI', compartment: null, list: sources, start };
}

function refuseLevel(cursor: CanonicalCursor, on: ControlMark['on'], isClassified: boolean, start: number): void {
  if (on === 'classified' && !isClassified) cursor.fail('no such mark on unclassified information', start);
  if (on === 'unclassified' && isClassified) cursor.fail('no such mark on classified information', start);
}

function refuseDisorder(cursor: CanonicalCursor, last: Entry, entry: Entry, opensSection: boolean): void {
  const sameSection = entry.section === last.section;
  if (entry.section < last.section) cursor.fail('sections in the order of the register', entry.start);
  if (sameSection && opensSection) cursor.fail('one slash within a section', entry.start);
  if (!sameSection && !opensSection) cursor.fail('two slashes between sections', entry.start);
  if (sameSection && entry.order <= last.order) cursor.fail('marks in the order of the register', entry.start);
}

function refuseExclusive(cursor: CanonicalCursor, entries: readonly Entry[], entry: Entry): void {
  for (const [a, b] of EXCLUSIVE_PAIRS) {
    const other = entry.mark === a ? b : entry.mark === b ? a : undefined;
    if (other !== undefined && entries.some(({ mark }) => mark === other)) {
      cursor.fail(`no ${entry.mark} beside ${other}`, entry.start);
    }
  }
}

function toControls(entries: readonly Entry[]): Controls {
  const find = (mark: string): Entry | undefined => entries.find((entry) => entry.mark === mark);
  const compartments = entries.flatMap(({ compartment }) => (compartment === null ? [] : [compartment]));
  return {
    compartments: new Set(compartments),
    foreignSources: new Set(find('FGI')?.list),
    originatorMode: (find('ORCON') ?? find('ORCON-USGOV'))?.mark ?? null,
    nationalsOnly: find('NOFORN') !== undefined,
    releasableTo: find('REL TO')?.list ?? null,
    displayOnly: find('DISPLAY ONLY')?.list ?? null,
  };
}
