import { controlNamesOf, heldRank, type Mark } from './mark.js';
import type { MarkForm } from './mark-form.js';
import { controlNamed, NATO_ADDITIONS } from './tables/control-marks.js';
import { COMPANIONS, EXCLUSIVE, isMeant, PRECEDENCE, pairsOf } from './tables/control-rules.js';
import { COMPARTMENT_RULES } from './tables/control-systems.js';
import { CUI_EXCLUSIVE } from './tables/cui-marks.js';
import { isWithin, rangeText } from './tables/levels.js';
import { expandEyes, isCountry } from './tables/recipients.js';

/** What the register has against a mark whose words it knows. */
export interface Objection {
  /** The control, compartment or list that it is about. */
  readonly about: string;
  readonly expected: string;
  /** True for what makes no sense in any portion; false for what a mark ought to have besides. */
  readonly isGrammar: boolean;
}

/** Every objection of the register to a mark, those of grammar first. */
export function objectionTo(mark: Mark, form: MarkForm): Objection[] {
  const names = controlNamesOf(mark);
  if (mark.system === 'CUI') return [...exclusions(names, CUI_EXCLUSIVE), ...listObjections(mark)];
  if (mark.system === 'TLP' || mark.system === 'CODE') return [];
  const objections = [
    ...exclusions(names, pairsOf(EXCLUSIVE)),
    ...exclusions(names, pairsOf(PRECEDENCE)),
    ...listObjections(mark),
    ...sourceObjections(mark),
    ...levelObjections(mark, names),
    ...compartmentObjections(mark, names),
    ...companionObjections(names),
    ...jointObjections(mark, form),
  ];
  return [...objections.filter(({ isGrammar }) => isGrammar), ...objections.filter(({ isGrammar }) => !isGrammar)];
}

const grammar = (about: string, expected: string): Objection => ({ about, expected, isGrammar: true });
const rule = (about: string, expected: string): Objection => ({ about, expected, isGrammar: false });

function exclusions(names: ReadonlySet<string>, pairs: readonly (readonly [string, string])[]): Objection[] {
  return pairs.flatMap(([one, other]) => {
    const first = [...names].find((name) => isMeant(one, name));
    const second = [...names].find((name) => isMeant(other, name));
    return first === undefined || second === undefined ? [] : [grammar(second, `no ${second} beside ${first}`)];
  });
}

/** H.8: the United States come first in REL TO, and not alone; nobody is shown what is released to it. */
function listObjections({ system, owners, relTo, displayOnly, releasableTo }: Mark): Objection[] {
  const objections: Objection[] = [];
  if (relTo !== null && (relTo[0] !== 'USA' || relTo.length < 2)) {
    objections.push(grammar('REL TO', 'USA and another recipient after REL TO'));
  }
  const released = expandEyes([
    ...(relTo ?? []),
    ...(releasableTo ?? []),
    ...(system === 'US' || system === 'JOINT' ? ['USA'] : []),
    ...owners,
  ]);
  if (displayOnly?.some((viewer) => released.has(viewer))) {
    objections.push(grammar('DISPLAY ONLY', 'nobody in DISPLAY ONLY to whom it is released'));
  }
  if (releasableTo?.some((recipient) => owners.includes(recipient))) {
    objections.push(grammar('RELEASABLE TO', 'nobody in RELEASABLE TO whose information it is'));
  }
  if (releasableTo?.includes('USA') && owners.every(isCountry)) {
    objections.push(grammar('RELEASABLE TO', 'REL TO where the United States are among the recipients'));
  }
  return objections;
}

/** FGI stands on what the United States write (H.7), and caveats of other States do not. */
function sourceObjections({
  system,
  sources,
  concealsSource,
  eyesOnly,
  releasableTo,
  controls,
  owners,
}: Mark): Objection[] {
  const isAmerican = system === 'US' || system === 'JOINT';
  const objections: Objection[] = [];
  if (!isAmerican && sources !== null) objections.push(grammar('FGI', 'no FGI on a foreign mark'));
  if (!isAmerican && concealsSource && system !== 'CONCEALED')
    objections.push(grammar('FGI', 'no FGI on a foreign mark'));
  if (sources?.some((source) => system === 'JOINT' && owners.includes(source))) {
    objections.push(grammar('FGI', 'a source that is no owner'));
  }
  if (isAmerican && eyesOnly !== null)
    objections.push(grammar('EYES ONLY', 'REL TO, which took the place of EYES ONLY'));
  if (isAmerican && releasableTo !== null)
    objections.push(grammar('RELEASABLE TO', 'REL TO on a mark of the United States'));
  const addition = [...controls].find((name) => NATO_ADDITIONS.has(name));
  const isNato = owners.includes('NATO') || sources?.includes('NATO') || concealsSource;
  if (addition !== undefined && !isNato) objections.push(grammar(addition, `no ${addition} without NATO`));
  return objections;
}

function levelObjections(mark: Mark, names: ReadonlySet<string>): Objection[] {
  const rank = heldRank(mark);
  return [...names].flatMap((name) => {
    const control = controlNamed(name);
    if (control === undefined || isWithin(rank, control.levels)) return [];
    return [rule(name, `${rangeText(control.levels)} with ${name}`)];
  });
}

function compartmentObjections(mark: Mark, names: ReadonlySet<string>): Objection[] {
  const { compartments } = mark;
  const rank = heldRank(mark);
  return [...compartments].flatMap((path) =>
    COMPARTMENT_RULES.filter((each) => each.path.test(path)).flatMap((each) => [
      ...(isWithin(rank, each.levels) ? [] : [rule(path, `${rangeText(each.levels)} with ${path}`)]),
      ...each.with.filter((name) => !names.has(name)).map((name) => rule(path, `${name} with ${path}`)),
      ...each.without.filter((name) => names.has(name)).map((name) => rule(name, `no ${name} with ${path}`)),
    ]),
  );
}

function companionObjections(names: ReadonlySet<string>): Objection[] {
  return COMPANIONS.flatMap(([family, oneOf]) => {
    const asking = [...names].find((name) => isMeant(family, name));
    if (asking === undefined || oneOf.some((name) => names.has(name))) return [];
    return [rule(asking, `${oneOf.join(' or ')} with ${asking}`)];
  });
}

/** H.3: a joint mark is released to its owners at least, and never NOFORN or HCS. */
function jointObjections(mark: Mark, form: MarkForm): Objection[] {
  if (mark.system !== 'JOINT') return [];
  const { owners, relTo, leansOnPage, controls, compartments } = mark;
  const objections: Objection[] = [];
  if (controls.has('NOFORN')) objections.push(grammar('NOFORN', 'no NOFORN on a JOINT mark'));
  const human = [...compartments].find((path) => path.startsWith('HCS'));
  if (human !== undefined) objections.push(grammar(human, 'no HCS on a JOINT mark'));
  const released = expandEyes(relTo ?? []);
  const isReleased = leansOnPage || (relTo !== null && owners.every((owner) => released.has(owner)));
  if (!isReleased) objections.push(rule('JOINT', 'REL TO with every owner of a JOINT mark'));
  if (owners.length === 0 && form === 'banner') objections.push(grammar('JOINT', 'the owners of a JOINT mark'));
  return objections;
}
