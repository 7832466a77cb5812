import { type Rank, TLP_COLOURS } from '../label.js';
import { type Mark, NO_MARK } from './mark.js';
import { markPlace } from './mark-place.js';
import { inOwnWords } from './own-words-of.js';
import { rollUpControls } from './roll-up-controls.js';
import { rollUpOwnersRelease } from './roll-up-owner.js';
import { rollUpRelease } from './roll-up-release.js';
import { settleCui } from './settle-cui.js';
import { protectedRank } from './tables/levels.js';
import { expandEyes, isCountry, orderOwners, orderRecipients } from './tables/recipients.js';

/**
 * The banner over portions (register of 2016, D.2 and H): that of their owner where they have one and the same, else
 * that of a document of the United States, which names the others as foreign sources. What is no classification
 * (CUI, TLP, handling codes) stands beside it.
 */
export function rollUp(portions: readonly Mark[]): Mark[] {
  const classified = withJointOwners(
    portions.filter(({ system }) => system !== 'CUI' && system !== 'TLP' && system !== 'CODE'),
  );
  const marks = [
    ...(classified.length === 0 ? [] : [rollUpPage(classified)]),
    ...rollUpCui(portions.filter(({ system }) => system === 'CUI')),
    ...portions.filter(({ system }) => system === 'CODE'),
    ...rollUpColours(portions.filter(({ system }) => system === 'TLP')),
  ];
  const distinct = new Map(marks.map((mark) => [markPlace(mark), mark]));
  return [...distinct].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, mark]) => mark);
}

/** H.3: a joint portion that names no owners has those of its page. */
function withJointOwners(portions: readonly Mark[]): Mark[] {
  const owners = portions.find(({ system, owners: named }) => system === 'JOINT' && named.length > 0)?.owners ?? [];
  return portions.map((portion) =>
    portion.system === 'JOINT' && portion.owners.length === 0 ? { ...portion, owners } : portion,
  );
}

function rollUpPage(portions: readonly Mark[]): Mark {
  const [first = NO_MARK, ...rest] = portions;
  const owners = first.owners.join(' ');
  const isOneOwners = rest.every((portion) => portion.owners.join(' ') === owners && portion.system !== 'CONCEALED');
  if (isOneOwners && first.system === 'JOINT' && owners !== '') return rollUpJoint(portions, first.owners);
  const [owner = 'USA'] = first.owners;
  const isOthers = isOneOwners && first.owners.length === 1 && owner !== 'USA' && first.system !== 'CONCEALED';
  return (isOthers ? rollUpOwners(portions, owner) : null) ?? rollUpAmerican(portions);
}

function rollUpAmerican(portions: readonly Mark[]): Mark {
  const rank = highest(portions.map((portion) => protectedRank(portion.rank)));
  const rolled = rollUpControls(portions, rank);
  const { noforn, relido, relTo, displayOnly } = rollUpRelease(portions, rolled.leavesNoforn);
  const controls = noforn ? withNoforn(rolled.controls, portions) : new Set(rolled.controls);
  if (relido) controls.add('RELIDO');
  return {
    ...NO_MARK,
    owners: ['USA'],
    rank,
    compartments: union(portions, ({ compartments }) => compartments),
    controls,
    relTo,
    displayOnly,
    ...sourcesOf(portions),
  };
}

const SENSITIVE_NOFORN: ReadonlySet<string> = new Set(['SBU-NF', 'LES-NF']);
const YIELDING: ReadonlySet<string> = new Set([...SENSITIVE_NOFORN, 'SBU', 'LES', 'FOUO']);

/** NOFORN among the controls of release, unless SBU NOFORN or LES NOFORN alone asked for it (D.2 rules 3 to 8, H.9). */
function withNoforn(controls: ReadonlySet<string>, portions: readonly Mark[]): Set<string> {
  const isTheirs = [...controls].some((name) => SENSITIVE_NOFORN.has(name)) && portions.every(hasNoOtherSay);
  if (isTheirs) return new Set(controls);
  return sayNoforn(controls);
}

function sayNoforn(controls: ReadonlySet<string>): Set<string> {
  return new Set([...[...controls].map((name) => name.replace(/^(SBU|LES)-NF$/, '$1')), 'NOFORN']);
}

function hasNoOtherSay({ rank, controls, relTo, displayOnly }: Mark): boolean {
  return rank === 0 && relTo === null && displayOnly === null && [...controls].every((name) => YIELDING.has(name));
}

/** Foreign owners become named sources; one that must not be named leaves them all unnamed (H.7). */
function sourcesOf(portions: readonly Mark[]): Pick<Mark, 'sources' | 'concealsSource'> {
  if (portions.some(({ concealsSource }) => concealsSource)) return { sources: null, concealsSource: true };
  const named = union(portions, ({ owners, sources }) => [...owners, ...(sources ?? [])]);
  named.delete('USA');
  return { sources: named.size === 0 ? null : orderOwners(named), concealsSource: false };
}

/** A joint page is released to its owners at least (H.3). */
function rollUpJoint(portions: readonly Mark[], owners: readonly string[]): Mark {
  const page = rollUpAmerican(portions.map((portion) => ({ ...portion, owners: ['USA'] })));
  const released = page.relTo ?? orderRecipients(owners);
  const isReleased = owners.every((owner) => expandEyes(released).has(owner));
  const controls = new Set([...page.controls].filter((name) => name !== 'NOFORN'));
  return { ...page, system: 'JOINT', owners, controls, relTo: isReleased ? released : orderRecipients(owners) };
}

/** A page of one foreign owner; null where it has no words for the level. */
function rollUpOwners(portions: readonly Mark[], owner: string): Mark | null {
  const [only] = portions;
  if (portions.length === 1 && only !== undefined) return only;
  const rank = highest(portions.map((portion) => portion.rank));
  const { controls } = rollUpControls(portions, rank);
  const { noforn, ...lists } = rollUpOwnersRelease(portions, owner);
  const mark: Mark = {
    ...NO_MARK,
    system: 'FOREIGN',
    owners: [owner],
    rank,
    compartments: union(portions, ({ compartments }) => compartments),
    controls: noforn ? sayNoforn(controls) : controls,
    ...lists,
  };
  if (isCountry(owner)) return mark;
  const own = inOwnWords(mark, owner);
  // Portions that were all written as the register writes them stand under a banner of the same form: `//NATO SECRET`.
  const isRegisters = owner === 'NATO' && portions.every(({ ownStyle }) => ownStyle === 'register');
  return own !== null && isRegisters ? { ...own, ownStyle: 'register' } : own;
}

/** CUI of several portions: every category, and the narrower of their limits. */
function rollUpCui(portions: readonly Mark[]): Mark[] {
  const [first] = portions;
  if (first === undefined) return [];
  const { noforn, relTo, displayOnly } = rollUpRelease(portions.map(ofReleaseAlone), false);
  const controls = settleCui(union(portions, (portion) => portion.controls));
  if (noforn) controls.add('NOFORN');
  return [{ ...first, controls, relTo, displayOnly }];
}

/** CUI without a limit is limited by nothing else that it says. */
function ofReleaseAlone(portion: Mark): Mark {
  return { ...portion, controls: new Set([...portion.controls].filter((name) => name === 'NOFORN')) };
}

function rollUpColours(portions: readonly Mark[]): Mark[] {
  const tlp = TLP_COLOURS.findLast((colour) => portions.some((portion) => portion.tlp === colour));
  return tlp === undefined ? [] : [{ ...NO_MARK, system: 'TLP', tlp }];
}

function highest(ranks: readonly Rank[]): Rank {
  return [...ranks].sort((a, b) => b - a)[0] ?? 0;
}

function union(portions: readonly Mark[], of: (portion: Mark) => Iterable<string>): Set<string> {
  return new Set(portions.flatMap((portion) => [...of(portion)]));
}
