import type { Mark } from './mark.js';
import { EXERCISE_PREFIX, MARK_SEPARATOR, type MarkForm } from './mark-form.js';
import { printCompartments } from './print-compartments.js';
import { CONTROL_MARKS, SECTIONS, type Section, SIGMAS } from './tables/control-marks.js';
import { CUI_LIMITS } from './tables/cui-marks.js';
import { LEVELS } from './tables/levels.js';

/** Prints the marks of one page as the line above it. */
export function printBanner(marks: readonly Mark[], isExercise = false): string {
  const text = marks.map((mark) => draft(mark, 'banner')).join(MARK_SEPARATOR);
  return `${isExercise ? EXERCISE_PREFIX : ''}${text}`;
}

/** Prints a mark as it stands before a paragraph. */
export function printPortion(mark: Mark): string {
  return `(${draft(mark, 'portion')})`;
}

function draft(mark: Mark, form: MarkForm): string {
  switch (mark.system) {
    case 'TLP':
      return `TLP:${mark.tlp}`;
    case 'CODE':
      return [...mark.controls].join();
    case 'CUI':
      return printCui(mark, form);
    default:
      return [classificationOf(mark, form), ...sectionsOf(mark, form)].join('//');
  }
}

function classificationOf(mark: Mark, form: MarkForm): string {
  const { system, owners, rank, own } = mark;
  const level = LEVELS[form][rank] ?? '';
  switch (system) {
    case 'JOINT':
      return ['//JOINT', level, ...owners].join(' ');
    case 'FOREIGN':
      return `//${owners.join(' ')} ${level}`;
    case 'CONCEALED':
      return `//FGI ${level}`;
    default:
      return own === null ? level : printOwn(mark, own.words[form]);
  }
}

function printOwn({ ownStyle, controls, releasableTo }: Mark, words: string): string {
  if (ownStyle === 'register') return `//${words}`;
  if (ownStyle === 'sections') return words;
  const atomal = controls.has('ATOMAL') ? ' ATOMAL' : '';
  return `${words}${atomal}${releasableTo === null ? '' : ` RELEASABLE TO ${releasableTo.join(', ')}`}`;
}

function sectionsOf(mark: Mark, form: MarkForm): string[] {
  if (mark.own !== null && mark.ownStyle === 'spaced') return [];
  const sections: Record<Section, string[]> = {
    SCI: printCompartments([...mark.compartments].filter((path) => !path.startsWith('SAR-'))),
    SAP: printProgrammes(mark),
    AEA: atomicOf(mark, form),
    FGI: foreignOf(mark),
    DISSEM: [],
    'NON-IC': [],
  };
  for (const { name, section, words } of CONTROL_MARKS) {
    const list = listOf(mark, name);
    if (list !== null) sections[section].push(`${words[form]} ${list}`);
    else if (name === 'REL TO' && mark.leansOnPage) sections[section].push('REL');
    else if (mark.controls.has(name) && !/^F?RD(?:-|$)/.test(name)) sections[section].push(words[form]);
  }
  if (mark.eyesOnly !== null) sections['NON-IC'].push(`${mark.eyesOnly.join('/')} EYES ONLY`);
  return SECTIONS.map((section) => sections[section].join('/')).filter((text) => text !== '');
}

/** The prefix of special access programmes is said once. */
function printProgrammes({ compartments }: Mark): string[] {
  const programmes = printCompartments([...compartments].filter((path) => path.startsWith('SAR-')));
  return programmes.map((programme, index) => (index === 0 ? `SAR-${programme}` : programme));
}

function atomicOf({ controls }: Mark, form: MarkForm): string[] {
  return ['RD', 'FRD'].flatMap((family) => {
    const names = [...controls].filter((name) => name === family || name.startsWith(`${family}-`));
    if (names.length === 0) return [];
    const numbers = SIGMAS.filter((number) => controls.has(`${family}-SIGMA-${number}`));
    const sigma = numbers.length === 0 ? '' : `-${form === 'banner' ? 'SIGMA' : 'SG'} ${numbers.join(' ')}`;
    return [`${family}${controls.has(`${family}-CNWDI`) ? '-CNWDI' : ''}${sigma}`];
  });
}

function foreignOf({ system, sources, concealsSource }: Mark): string[] {
  if (sources !== null) return [`FGI ${sources.join(' ')}`];
  return concealsSource && system !== 'CONCEALED' ? ['FGI'] : [];
}

function listOf({ relTo, displayOnly, releasableTo }: Mark, name: string): string | null {
  const list =
    name === 'REL TO' ? relTo : name === 'DISPLAY ONLY' ? displayOnly : name === 'RELEASABLE TO' ? releasableTo : null;
  return list === null ? null : list.join(', ');
}

function printCui({ controls, relTo, displayOnly, saysControlled }: Mark, form: MarkForm): string {
  const limitNames = new Set(CUI_LIMITS.map(({ name }) => name));
  const categories = [...controls]
    .filter((name) => name.startsWith('CUI-') && !limitNames.has(name))
    .map((name) => name.slice('CUI-'.length))
    .sort((a, b) => (cuiPlace(a) < cuiPlace(b) ? -1 : 1));
  const limits = [
    ...CUI_LIMITS.filter(({ name }) => controls.has(name ?? 'NOFORN')).map(({ words }) => [words.banner, words[form]]),
    ...(relTo === null ? [] : [['REL TO', `REL TO ${relTo.join(', ')}`]]),
    ...(displayOnly === null ? [] : [['DISPLAY ONLY', `DISPLAY ONLY ${displayOnly.join(', ')}`]]),
  ].sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  const head = saysControlled && form === 'banner' ? 'CONTROLLED' : 'CUI';
  return [head, categories.join('/'), limits.map(([, words]) => words).join('/')]
    .filter((part) => part !== '')
    .join('//');
}

function cuiPlace(category: string): string {
  return `${category.startsWith('SP-') ? 0 : 1}${category}`;
}
