import type { Label } from '@chancery/shared/labels/label';
import type { Act } from '@chancery/shared/snapshot/snapshot';
import type { ActKind } from '@chancery/shared/vocabulary';
import { ACT, ACT_FLAGS, type Bits, common, some, union } from '../compiled/bits.js';
import type { CategoryRules } from '../compiled/rule-table.js';
import { faultOf } from '../facts/act-check.js';
import { AGREEMENT_KEYS, AGREEMENT_SUBJECTS, INSTRUMENTS } from '../facts/act-subjects.js';
import { factContext } from '../facts/gather-input.js';
import { missionInputs } from '../facts/mission-inputs.js';
import { ABOUT_NO_RECORD } from '../facts/speaks-for.js';
import { stateOf } from '../mandatory/label-input.js';
import { MANDATORY_LIFTS } from '../mandatory/lifts.js';
import { type AskedValue, givenAct, type SupposedStep, withActs } from './asked-value.js';
import type { Grantor, Step } from './path.js';
import { type AsksFor, type PossibleAct, possibleActs, THE_CASE } from './possible-acts.js';

/** The acts that could be given about a value; those of one State that do the same are one step. */
export interface ActSteps {
  /** More of them never closes. */
  readonly giving: readonly SupposedStep[];
  /** They make something else of who asks, a protecting power or a State of transit, and may close as well. */
  readonly turning: readonly SupposedStep[];
}

interface Effect {
  /** What it does, in a text: acts of equal effect may stand for one another. */
  readonly key: string;
  readonly turns: boolean;
}

const LIFTING: ReadonlySet<ActKind> = new Set(MANDATORY_LIFTS.flatMap(({ acts }) => acts));
const TURNING: ReadonlySet<ActKind> = new Set<ActKind>(['MANDATE', 'ASSIGNMENT']);
const UNION = 'EU';

/** The steps that are acts. */
export function actSteps(asked: AskedValue, rules: CategoryRules): ActSteps {
  const value = underSomeCase(asked);
  const effectOf = effects(value, relevantFlags(rules));
  const classes = new Map<
    string,
    { readonly given: PossibleAct; readonly turns: boolean; readonly offices: Set<string> }
  >();
  for (const given of possibleActs(value, asksFor(value, rules))) {
    const effect = effectOf(given.act);
    if (effect === null) continue;
    const { kind, by } = given.act;
    const key = JSON.stringify([kind, by.represents, given.form, effect.key]);
    const known = classes.get(key) ?? { given, turns: effect.turns, offices: new Set() };
    classes.set(key, known);
    for (const office of given.offices) known.offices.add(office);
  }
  const made = [...classes.values()].map(({ given, turns, offices }) => ({
    turns,
    supposed: supposedOf(given, { represents: given.act.by.represents, offices: [...offices].sort() }),
  }));
  return {
    giving: made.filter(({ turns }) => !turns).map(({ supposed }) => supposed),
    turning: made.filter(({ turns }) => turns).map(({ supposed }) => supposed),
  };
}

/** Who asks under no case would have to name the one that it is assigned to. */
const underSomeCase = (value: AskedValue): AskedValue => ({
  ...value,
  profile: { ...value.profile, caseId: value.profile.caseId ?? THE_CASE },
});

function supposedOf({ act, form }: PossibleAct, by: Grantor): SupposedStep {
  const step: Step = { step: 'ACT', act: act.kind, form, by };
  if (form !== 'FOR_THE_CASE' && form !== 'OF_TRANSIT') return givenAct(step, act);
  return { ...givenAct(step, act), profile: (profile) => ({ ...profile, caseId: profile.caseId ?? THE_CASE }) };
}

/** The acts that a bar or a permit of the kind of data names; a duty neither opens nor closes. */
function relevantFlags({ forbids, permits }: CategoryRules): Bits {
  return union(...[...forbids, ...permits].map(({ policy }) => policy.acts));
}

/** What could have to do with a value: what a rule of its kind of data names, what lifts a bar of a label, and what turns who asks. */
function asksFor(value: AskedValue, rules: CategoryRules): AsksFor {
  const relevant = relevantFlags(rules);
  const named = ACT_FLAGS.filter((flag) => some(relevant, ACT[flag]));
  const isLabelled = asksForActs(value);
  const ofUnion = isLabelled && value.handling.label.ranks.has(UNION);
  const subjects = new Set(
    [...AGREEMENT_SUBJECTS, ...INSTRUMENTS].filter(({ flag }) => named.includes(flag)).map(({ key }) => key),
  );
  const ofClassified = new Set(
    [...AGREEMENT_KEYS].filter((key) => !AGREEMENT_SUBJECTS.some((each) => each.key === key)),
  );
  return {
    kind: (kind) =>
      TURNING.has(kind) || (isLabelled && LIFTING.has(kind)) || named.some((flag) => isOfKind(flag, kind)),
    subject: (key) => subjects.has(key) || (ofUnion && ofClassified.has(key)),
  };
}

const isOfKind = (flag: string, kind: ActKind): boolean =>
  flag === kind || flag.startsWith(`${kind}_`) || (kind === 'PARTY_STATUS' && flag.startsWith('PARTY_'));

/** What an act by itself does to a value; null when nothing. */
function effects(value: AskedValue, relevant: Bits): (act: Act) => Effect | null {
  const { profile, category, handling, view, now } = value;
  const inputsBy = (acts: readonly Act[]) =>
    missionInputs(factContext(profile, withActs(view, acts), now), category, handling.record).map(({ input }) => input);
  const bare = inputsBy([]);
  const lifts = (act: Act): boolean =>
    asksForActs(value) && LIFTING.has(act.kind) && isSound(act, handling.record.owner);
  return (act) => {
    const inputs = inputsBy([act]);
    const flags = inputs.map(({ inForce }) => common(inForce, relevant));
    const turns = inputs.some(({ possibleRole }, index) => possibleRole !== bare[index]?.possibleRole);
    const isLifting = lifts(act);
    if (!turns && !isLifting && flags.every((each) => each === 0)) return null;
    // Whose decision it is in the Union, its law tells by the office (2013/488/EU 11, 13).
    const office = isLifting && act.by.represents === UNION ? act.by.office : null;
    return { key: JSON.stringify([flags, turns, isLifting, office]), turns };
  };
}

/** Whether anything of the label or its record could bar: of one that asks nothing no act lifts anything. */
function asksForActs({ handling: { label, record } }: AskedValue): boolean {
  return !isOpen(label) || ['caseBound', 'predatesOrder', 'priorAuthorisation'].some((tag) => record.tags.has(tag));
}

function isOpen(label: Label): boolean {
  const { ranks, releasableTo, nationals, compartments, originatorControls, foreignSources, tlp } = label;
  const ranked = [...ranks.values()].some((rank) => rank > 0);
  const permissive = releasableTo === 'ANY' && nationals === 'ANY' && label.purposes === 'ANY';
  const plain = compartments.size + foreignSources.size + originatorControls.length === 0;
  return permissive && plain && !ranked && (tlp === null || tlp === 'CLEAR');
}

/** Whether it counts as one of whoever made or marked the record; mandatory/lift-bars.ts asks the same. */
function isSound(act: Act, owner: string): boolean {
  const maker = act.by.represents === stateOf(owner) ? owner : act.by.represents;
  return faultOf(act, { ...ABOUT_NO_RECORD, owner: maker }) === null;
}
