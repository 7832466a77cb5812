import type { Instant } from '../../clock.js';
import { membersOf } from '../../memberships.js';
import { joinLabelParts } from '../join-labels.js';
import type { Label, OriginatorControl, Permissive, Rank } from '../label.js';
import { printLabel } from '../print-label.js';
import type { LabelParts } from '../read-label.js';
import { UnmarkableLabelError } from './mark-errors.js';

/** The only tetragraphs whose members may be read for them in a roll-up (register of 2016, D.2). */
const EXPANDABLE = ['ACGU', 'FVEY', 'TEYE'] as const;

export interface RollUpContext {
  /** The organisation that puts the document together; a banner says ORCON once, and not whose. */
  readonly originator: string;
  readonly at: Instant;
}

/**
 * What the banner of a United States document says over its portions: their join, put into the words that a banner
 * has (register of 2016, D.2, table 3). It is for marking: who may read is decided on the join itself, which keeps
 * every owner's rank and every originator apart.
 */
export function rollUpPortions(portions: readonly [Label, ...Label[]], { originator, at }: RollUpContext): Label {
  const [first, ...rest] = portions.map((portion): LabelParts => expandGroups(portion, at));
  const joined = rest.reduce(joinLabelParts, first ?? portions[0]);
  const parts: LabelParts = {
    ...joined,
    ranks: bannerRanks(portions, joined),
    ...bannerRelease(portions, joined, at),
    originatorControls: bannerControls(joined.originatorControls, originator),
    foreignSources: bannerSources(portions, joined),
  };
  return Object.freeze({ ...parts, text: printLabel(parts) });
}

/** Portions of one owner, or of the same joint owners, keep their policies; a mixed document is the United States'. */
function bannerRanks(portions: readonly Label[], { ranks }: LabelParts): ReadonlyMap<string, Rank> {
  const highest = [...ranks.values()].reduce((a, b) => (a > b ? a : b), 0 as Rank);
  const joint = [...ranks.keys()];
  if (portions.every((portion) => joint.every((policy) => portion.ranks.has(policy)))) {
    return new Map(joint.map((policy) => [policy, highest]));
  }
  // The United States have no level 1: foreign RESTRICTED is protected as the next one up (32 CFR 2001.54(d)).
  return new Map([['USA', highest === 1 ? 2 : highest]]);
}

/** Foreign owners become named sources; one that must not be named leaves them all unnamed. */
function bannerSources(portions: readonly Label[], { ranks, foreignSources }: LabelParts): ReadonlySet<string> {
  const policies = [...ranks.keys()];
  const isOneOwner = portions.every((portion) => policies.every((policy) => portion.ranks.has(policy)));
  const owners = isOneOwner ? [] : policies.filter((policy) => policy !== 'USA');
  for (const owner of owners) {
    if (owner.length !== 3) throw new UnmarkableLabelError(`l=${owner}`, 'no foreign source is an organisation');
  }
  return foreignSources.has('~') ? new Set(['~']) : new Set([...foreignSources, ...owners]);
}

/** NOFORN when a portion says so, and when release is marked somewhere but common to nobody else. */
function bannerRelease(
  portions: readonly Label[],
  joined: LabelParts,
  at: Instant,
): Pick<LabelParts, 'releasableTo' | 'nationals' | 'displayOnly'> {
  const { nationals } = joined;
  const releasableTo = contractGroups(joined.releasableTo, at);
  const displayOnly = joined.displayOnly === null ? null : contractSet(joined.displayOnly, at);
  const common = releasableTo === 'ANY' ? [] : [...releasableTo].filter((entry) => entry !== 'USA');
  const isMarked = portions.some((portion) => portion.releasableTo !== 'ANY' && !isUnmarked(portion));
  const unmarked = portions.filter(isUnmarked);
  const isForUsaAlone = nationals !== 'ANY' && nationals.size === 1 && nationals.has('USA');
  if (isForUsaAlone || (isMarked && (unmarked.length > 0 || (common.length === 0 && displayOnly === null)))) {
    const usa = new Set(['USA']);
    return { releasableTo: usa, nationals: usa, displayOnly: null };
  }
  // Where nobody says anything of release, neither does the banner: it stays with whose document it is.
  if (unmarked.length > 0) return { releasableTo: unmarkedRelease(portions), nationals, displayOnly };
  return { releasableTo, nationals, displayOnly };
}

/** Classified information that says nothing of release: it stays with its owner. */
function isUnmarked({ ranks, releasableTo, nationals, displayOnly }: Label): boolean {
  const owners = [...ranks.keys()];
  if (releasableTo === 'ANY' || nationals !== 'ANY' || displayOnly !== null || owners.length !== 1) return false;
  return releasableTo.size === 1 && owners.every((owner) => releasableTo.has(owner));
}

function unmarkedRelease(portions: readonly Label[]): Permissive {
  const owners = new Set(portions.flatMap(({ ranks }) => [...ranks.keys()]));
  return owners.size === 1 ? owners : new Set(['USA']);
}

/** ORCON beats ORCON-USGOV. */
function bannerControls(controls: readonly OriginatorControl[], organisation: string): OriginatorControl[] {
  const modes = new Set(controls.map(({ mode }) => mode));
  if (modes.has('ORCON')) modes.delete('ORCON-USGOV');
  return [...modes].sort().map((mode) => ({ organisation, mode }));
}

/** A tetragraph and its members at that time, so that they can be compared. */
function expandGroups(label: LabelParts, at: Instant): LabelParts {
  if (label.releasableTo === 'ANY') return label;
  const releasableTo = expandSet(label.releasableTo, at);
  const viewers = [...expandSet(label.displayOnly ?? new Set(), at)].filter((viewer) => !releasableTo.has(viewer));
  return { ...label, releasableTo, displayOnly: viewers.length === 0 ? null : new Set(viewers) };
}

function expandSet(entries: ReadonlySet<string>, at: Instant): Set<string> {
  return new Set([...entries, ...EXPANDABLE.filter((group) => entries.has(group)).flatMap((g) => membersOf(g, at))]);
}

function contractGroups(entries: Permissive, at: Instant): Permissive {
  return entries === 'ANY' ? entries : contractSet(entries, at);
}

/** Members of a tetragraph that is common to all are named by it; the United States always by themselves. */
function contractSet(entries: ReadonlySet<string>, at: Instant): Set<string> {
  const named = new Set(EXPANDABLE.filter((group) => entries.has(group)).flatMap((group) => membersOf(group, at)));
  return new Set([...entries].filter((entry) => entry === 'USA' || !named.has(entry)));
}
