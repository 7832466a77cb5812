import type { Label, Permissive } from '../label.js';
import { printLabel } from '../print-label.js';
import {
  CONTROL_MARKS,
  CONTROL_SYSTEM,
  LEVELS,
  type MarkForm,
  SECTIONS,
  type Section,
  SPECIAL_ACCESS,
} from './control-marks.js';
import { MarkSyntaxError, UnmarkableLabelError } from './mark-errors.js';
import { parseBannerMark, parsePortionMark } from './parse-mark.js';
import { orderRecipients } from './recipients.js';
import { printTreatyMark } from './treaty-marks.js';

/** Prints a label as the line above a page; a label of which a mark would leave something out throws. */
export function printBannerMark(label: Label): string {
  return printMark(label, 'banner');
}

/** Prints a label as the mark before a paragraph; a label of which a mark would leave something out throws. */
export function printPortionMark(label: Label): string {
  return printMark(label, 'portion');
}

/** What reads back as the same label has left nothing out, and that is the test: a new kind of limit cannot slip through. */
function printMark(label: Label, form: MarkForm): string {
  const text = form === 'portion' ? `(${draft(label, form)})` : draft(label, form);
  const originator = label.originatorControls[0]?.organisation ?? null;
  const parse = form === 'portion' ? parsePortionMark : parseBannerMark;
  const read = readBack(label, () => parse(text, { originator }));
  if (read.text !== canonicalText(label)) throw new UnmarkableLabelError(label.text, `\`${text}\` would say otherwise`);
  return text;
}

function readBack(label: Label, read: () => Label): Label {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof MarkSyntaxError)) throw error;
    throw new UnmarkableLabelError(label.text, error.message, { cause: error });
  }
}

/** Nationals of the United States only, with and without its release to the United States, is one thing said twice. */
function canonicalText(label: Label): string {
  const isNoforn = isOnly(label.nationals, 'USA') && label.releasableTo === 'ANY';
  return isNoforn ? printLabel({ ...label, releasableTo: new Set(['USA']) }) : label.text;
}

function draft(label: Label, form: MarkForm): string {
  if (label.ranks.size === 0) return label.tlp === null ? '' : `TLP:${label.tlp}`;
  return printTreatyMark(label, form) ?? [classificationOf(label, form), ...sectionsOf(label, form)].join('//');
}

function classificationOf({ ranks }: Label, form: MarkForm): string {
  const owners = [...ranks.keys()].sort();
  const level = LEVELS[form][Math.max(...ranks.values())] ?? '';
  if (owners.length > 1) return `//JOINT ${level} ${owners.join(' ')}`;
  return owners[0] === 'USA' ? level : `//${owners[0]} ${level}`;
}

function sectionsOf(label: Label, form: MarkForm): string[] {
  const sections: Record<Section, string[]> = {
    SCI: [...label.compartments].filter((compartment) => !isSpecial(compartment) && !isTabled(compartment)).sort(),
    SAP: specialAccessOf(label),
    AEA: [],
    FGI: foreignOf(label),
    DISSEM: [],
    'NON-IC': [],
  };
  for (const { section, compartment, banner, ...control } of CONTROL_MARKS) {
    const word = form === 'banner' ? banner : control.portion;
    const list = listOf(label, banner);
    if (list !== null) sections[section].push(`${word} ${list}`);
    else if (compartment === null ? isSaid(label, banner) : label.compartments.has(compartment)) {
      sections[section].push(word);
    }
  }
  return SECTIONS.map((section) => sections[section].join('/')).filter((text) => text !== '');
}

function isTabled(compartment: string): boolean {
  return CONTROL_MARKS.some((control) => control.compartment === compartment);
}

function isSpecial(compartment: string): boolean {
  return SPECIAL_ACCESS.test(compartment) && !CONTROL_SYSTEM.test(compartment);
}

function specialAccessOf({ compartments }: Label): string[] {
  const programmes = [...compartments].filter(isSpecial).sort();
  return programmes.map((programme, index) => (index === 0 ? programme : programme.slice('SAR-'.length)));
}

function foreignOf({ foreignSources }: Label): string[] {
  if (foreignSources.size === 0) return [];
  return [foreignSources.has('~') ? 'FGI' : `FGI ${[...foreignSources].sort().join(' ')}`];
}

function isSaid(label: Label, banner: string): boolean {
  if (banner === 'NOFORN') return isOnly(label.nationals, 'USA');
  return label.originatorControls.some(({ mode }) => mode === banner);
}

/** The list of `REL TO` or `DISPLAY ONLY`; null when there is none to be said. */
function listOf({ ranks, nationals, releasableTo, displayOnly }: Label, banner: string): string | null {
  if (banner === 'DISPLAY ONLY') return displayOnly === null ? null : orderRecipients(displayOnly).join(', ');
  if (banner !== 'REL TO' || nationals !== 'ANY' || releasableTo === 'ANY') return null;
  const isOwnersAlone = ranks.size === 1 && [...ranks.keys()].every((owner) => isOnly(releasableTo, owner));
  return isOwnersAlone ? null : orderRecipients(releasableTo).join(', ');
}

function isOnly(permissive: Permissive, entry: string): boolean {
  return permissive !== 'ANY' && permissive.size === 1 && permissive.has(entry);
}
