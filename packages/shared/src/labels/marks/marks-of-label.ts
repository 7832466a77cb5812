import { asksOf } from '../control-asks.js';
import type { Label, Rank } from '../label.js';
import { isCompartmentPath } from './compartment-path.js';
import { type Mark, NO_MARK } from './mark.js';
import { inOwnWords } from './own-words-of.js';
import { americanRelease, foreignRelease, type MarkedRelease } from './release-of-label.js';
import { settleCui } from './settle-cui.js';
import { controlNamed, NATO_ADDITIONS } from './tables/control-marks.js';
import { cuiAsks } from './tables/cui-marks.js';
import { protectedRank } from './tables/levels.js';
import { expandEyes, isCountry, isRecipient, orderOwners } from './tables/recipients.js';

/** The marks that a label is, and the rank of what no mark of its owners can say. */
export interface LabelMarks {
  readonly marks: readonly Mark[];
  /** Null where the marks say all that marks say. */
  readonly unmarkable: Rank | null;
}

/**
 * A label as marks of its owners. A label of several policies is a joint mark where it can be, and else a mark for each:
 * all of them are to be obeyed. `maker` is the State that made the record, which limits what no policy ranks.
 */
export function marksOfLabel(label: Label, maker: string | null): LabelMarks {
  const besides = [...cuiOf(label), ...codesOf(label), ...coloursOf(label)];
  const owners = ownersOf(label, maker);
  const rank = highestRank(label);
  if (isCuiAlone(label)) return { marks: besides, unmarkable: null };
  if (isJoint(label, owners)) return { marks: [jointMark(label, owners, rank), ...besides], unmarkable: null };
  if (owners.length === 0) return { marks: besides, unmarkable: isLimited(label) || rank > 0 ? rank : null };
  // What has no owner of its own in a label, controls and sources, stands with the United States where they are among them.
  const bearer = ['USA', ...owners.filter(isCountry), 'NATO', ...owners].find((owner) => owners.includes(owner));
  const marks = owners.flatMap((owner) => markOf(label, owner, owner === bearer) ?? []);
  const isWhole =
    marks.length === owners.length && [...label.ranks].every(([policy, held]) => held === 0 || isRecipient(policy));
  return { marks: [...marks, ...besides], unmarkable: isWhole ? null : rank };
}

/** Policies that have marks, and the record's State where nobody ranked it and it is limited all the same. */
function ownersOf(label: Label, maker: string | null): string[] {
  const policies = [...label.ranks.keys()].filter(isRecipient);
  if (policies.length > 0) return policies;
  if (!isLimited(label) || label.ranks.size > 0) return [];
  if (maker !== null && isRecipient(maker)) return [maker];
  // Of controls that nobody ranked, the register knows those of the United States.
  return [label.releasableTo, label.nationals].every((set) => set === 'ANY' || expandEyes(set).has('USA'))
    ? ['USA']
    : [];
}

function isJoint({ ranks, nationals, releasableTo, compartments }: Label, owners: readonly string[]): boolean {
  if (owners.length < 2 || owners.length !== ranks.size || !ranks.has('USA')) return false;
  if (new Set(ranks.values()).size > 1 || nationals !== 'ANY' || releasableTo === 'ANY') return false;
  const released = expandEyes(releasableTo);
  return owners.every((owner) => released.has(owner)) && ![...compartments].some((path) => path.startsWith('HCS'));
}

function jointMark(label: Label, owners: readonly string[], rank: Rank): Mark {
  const contents = contentsOf(label);
  const controls = controlsFor(label, owners.includes('NATO') ? 'NATO' : 'USA', contents);
  const mark = released({ ...NO_MARK, ...contents, controls }, americanRelease(label, rank > 0 || isGuarded(controls)));
  const sources = mark.sources?.filter((source) => !owners.includes(source)) ?? [];
  return {
    ...mark,
    system: 'JOINT',
    owners: orderOwners(owners),
    rank: protectedRank(rank),
    sources: sources.length === 0 ? null : sources,
  };
}

/** The mark of one owner; null where the owner has no words for it. */
function markOf(label: Label, owner: string, isBearer: boolean): Mark | null {
  const rank = label.ranks.get(owner) ?? 0;
  const contents = isBearer ? contentsOf(label) : NO_MARK;
  const base: Mark = { ...NO_MARK, ...contents, controls: controlsFor(label, owner, contents), owners: [owner], rank };
  const isLimited = rank > 0 || isGuarded(base.controls);
  if (owner === 'USA') return released({ ...base, rank: protectedRank(rank) }, americanRelease(label, isLimited));
  const foreign: Mark = { ...base, system: 'FOREIGN', sources: null, concealsSource: false };
  const mark = released(foreign, foreignRelease(label, owner, isLimited));
  return isCountry(owner) ? mark : inOwnWords(mark, owner);
}

/** Whether a control that every viewer is shown keeps a mark from being read as open. */
function isGuarded(controls: ReadonlySet<string>): boolean {
  return [...controls].some((word) => asksOf(word) !== 'READ_IN');
}

/** What NATO adds is on its own mark, or beside it as a source; the Union asks its originators without a word for it. */
function controlsFor({ compartments }: Label, owner: string, { controls, sources }: Contents): ReadonlySet<string> {
  const additions = [...compartments].filter((word) => NATO_ADDITIONS.has(word));
  const others = [...controls].filter(
    (word) => !NATO_ADDITIONS.has(word) && !(owner === 'EU' && word.startsWith('ORCON')),
  );
  const isNato = owner === 'NATO' || (owner === 'USA' && sources?.includes('NATO'));
  return new Set([...others, ...(isNato ? additions : [])]);
}

function released(mark: Mark, { noforn, ...lists }: MarkedRelease): Mark {
  const controls = new Set(mark.controls);
  // A caveat and a list of viewers refuse what RELIDO leaves to an officer.
  if (noforn || lists.eyesOnly !== null || lists.displayOnly !== null || lists.releasableTo !== null)
    controls.delete('RELIDO');
  const saysIt = controls.has('SBU-NF') || controls.has('LES-NF');
  if (noforn && !saysIt) controls.add('NOFORN');
  // What says NOFORN by itself says less where others may read it too.
  const said = [...controls].map((word) => (noforn ? word : word.replace(/^(SBU|LES)-NF$/, '$1')));
  return { ...mark, ...lists, controls: new Set(said) };
}

type Contents = Pick<Mark, 'compartments' | 'controls' | 'sources' | 'concealsSource'>;

/** Compartments, controls and sources; what no register has a word for is no part of a mark. */
function contentsOf({ compartments, originatorControls, foreignSources }: Label): Contents {
  const words = [...compartments].filter((word) => controlNamed(word) !== undefined && cuiAsks(word) === undefined);
  const modes = new Set(originatorControls.map(({ mode }) => mode.replace('_', '-')).filter((mode) => !isCode(mode)));
  // A mode that no register knows asks for the originator's consent, as ORCON does.
  const control = modes.size === 0 ? [] : [modes.size === 1 && modes.has('ORCON-USGOV') ? 'ORCON-USGOV' : 'ORCON'];
  const controls = new Set([...words, ...control]);
  if (control.length > 0) controls.delete('RELIDO');
  const sources = [...foreignSources].filter((source) => source !== 'USA');
  const areNamed = sources.every(isRecipient);
  return {
    compartments: new Set([...compartments].filter(isCompartmentPath)),
    controls,
    sources: areNamed && sources.length > 0 ? orderOwners(sources) : null,
    concealsSource: !areNamed,
  };
}

function cuiOf(label: Label): Mark[] {
  const controls = [...label.compartments].filter((word) => cuiAsks(word) !== undefined);
  if (controls.length === 0) return [];
  const { noforn, relTo, displayOnly } = americanRelease(label, true);
  const words = settleCui([...controls, 'CUI', ...(noforn ? ['NOFORN'] : [])]);
  return [{ ...NO_MARK, system: 'CUI', owners: ['USA'], controls: words, relTo, displayOnly }];
}

function codesOf({ originatorControls }: Label): Mark[] {
  const codes = new Set(originatorControls.map(({ mode }) => mode).filter(isCode));
  return [...codes].map((code) => ({ ...NO_MARK, system: 'CODE', controls: new Set([code]) }));
}

function coloursOf({ tlp }: Label): Mark[] {
  return tlp === null ? [] : [{ ...NO_MARK, system: 'TLP', tlp }];
}

/** A handling code of Europol. */
function isCode(mode: string): boolean {
  return /^H[0-3]$/.test(mode);
}

function highestRank({ ranks }: Label): Rank {
  return [...ranks.values()].sort((a, b) => b - a)[0] ?? 0;
}

/** Controlled unclassified information and nothing else: its own mark says the rest. */
function isCuiAlone(label: Label): boolean {
  const { compartments, originatorControls, foreignSources } = label;
  const isControlled = compartments.size > 0 && [...compartments].every((word) => cuiAsks(word) !== undefined);
  return isControlled && highestRank(label) === 0 && originatorControls.length === 0 && foreignSources.size === 0;
}

/** Whether a label keeps anybody out whom a mark could keep out. */
function isLimited({ releasableTo, nationals, compartments, originatorControls, foreignSources }: Label): boolean {
  return (
    nationals !== 'ANY' ||
    releasableTo !== 'ANY' ||
    compartments.size > 0 ||
    originatorControls.some(({ mode }) => !isCode(mode)) ||
    foreignSources.size > 0
  );
}
