import type { CanonicalCursor } from '../canonical-cursor.js';
import type { MarkForm } from './mark-form.js';
import { acceptSpace } from './read-list.js';
import {
  CONTROL_SYSTEMS,
  type ControlSystem,
  NAME_JOINT,
  RETIRED_SYSTEMS,
  unpublishedSystem,
} from './tables/control-systems.js';
import { isRecipient } from './tables/recipients.js';
import { isWordEnd } from './word-end.js';

/** One system or programme with everything below it. */
export interface CompartmentEntry {
  /** Sorts where the section wants it. */
  readonly order: string;
  readonly paths: readonly string[];
}

const WORD = /[A-Z0-9]+/y;
const ABBREVIATION = /[A-Z0-9]{2,3}(?![A-Z0-9]| [A-Z0-9])/y;
const NICKNAME = /[A-Z]{4,}(?: [A-Z]{2,}){0,3}/y;
const BELOW = /^[A-Z0-9]{1,6}$/;

/** Reads a control system with its compartments, `SI-G ABCD EFGH-XYZ`; null when none stands here. */
export function readControlSystem(cursor: CanonicalCursor, form: MarkForm): CompartmentEntry | null {
  const system = systemAt(cursor, form);
  if (system === null) return null;
  const titles = form === 'banner' ? system.compartmentTitles : {};
  const paths = readBelow(cursor, system.name, titles, system.compartment, system.subCompartment);
  if (paths.length === 0 && system.needsCompartment) cursor.fail(`a compartment of ${system.name}`);
  return { order: system.name, paths: paths.length === 0 ? [system.name] : paths };
}

function systemAt(cursor: CanonicalCursor, form: MarkForm): ControlSystem | null {
  const { text, position } = cursor;
  for (const system of CONTROL_SYSTEMS) {
    const words = form === 'banner' && system.title !== null ? [system.title, system.name] : [system.name];
    const word = words.find((each) => text.startsWith(each, position) && endsAt(text, position + each.length));
    if (word === undefined) continue;
    cursor.expect(word);
    return system;
  }
  WORD.lastIndex = position;
  const name = WORD.exec(text)?.[0] ?? '';
  const retired = Object.hasOwn(RETIRED_SYSTEMS, name) ? RETIRED_SYSTEMS[name] : undefined;
  if (retired !== undefined && endsAt(text, position + name.length)) {
    return cursor.fail(`a mark of the register: ${retired}`, position);
  }
  const unpublished = endsAt(text, position + name.length) ? unpublishedSystem(name, isRecipient) : null;
  if (unpublished !== null) cursor.expect(name);
  return unpublished;
}

function endsAt(text: string, position: number): boolean {
  return isWordEnd(text, position) || text.charAt(position) === '-';
}

/**
 * Reads a special access programme behind its prefix, by digraph, trigraph or name, with what is below it:
 * `BP-J12 J54-K15`, `BUTTER POPCORN`.
 */
export function readProgramme(cursor: CanonicalCursor): CompartmentEntry {
  ABBREVIATION.lastIndex = cursor.position;
  const isShort = ABBREVIATION.test(cursor.text);
  const name = cursor.take(isShort ? ABBREVIATION : NICKNAME, 'a programme by two or three characters, or by its name');
  const path = `SAR-${name.replaceAll(' ', NAME_JOINT)}`;
  const paths = readBelow(cursor, path, {}, BELOW, () => BELOW);
  return { order: path, paths: paths.length === 0 ? [path] : paths };
}

/** Compartments after hyphens, sub-compartments after spaces, both in ascending order (H.4, H.5). */
function readBelow(
  cursor: CanonicalCursor,
  parent: string,
  titles: Readonly<Record<string, string>>,
  shape: RegExp,
  subShape: (compartment: string) => RegExp | null,
): string[] {
  const paths: string[] = [];
  let last = '';
  while (cursor.accept('-')) {
    const start = cursor.position;
    const word = cursor.take(WORD, `a compartment of ${parent}`);
    const compartment = Object.hasOwn(titles, word) ? (titles[word] ?? word) : word;
    if (!shape.test(compartment)) cursor.fail(`a compartment of ${parent}`, start);
    if (compartment <= last) cursor.fail(`a compartment after \`${last}\``, start);
    last = compartment;
    const subs = readSubs(cursor, `${parent}-${compartment}`, subShape(compartment));
    paths.push(...(subs.length === 0 ? [`${parent}-${compartment}`] : subs));
  }
  return paths;
}

function readSubs(cursor: CanonicalCursor, path: string, shape: RegExp | null): string[] {
  const subs: string[] = [];
  while (acceptSpace(cursor)) {
    const start = cursor.position;
    const sub = cursor.take(WORD, `a sub-compartment of ${path}`);
    if (shape === null || !shape.test(sub)) cursor.fail(`a sub-compartment of ${path}`, start);
    const next = `${path}-${sub}`;
    if (next <= (subs.at(-1) ?? '')) cursor.fail('sub-compartments in ascending order', start);
    subs.push(next);
  }
  return subs;
}
