import { joinLabelParts } from '../labels/join-labels.js';
import type { Label, Permissive, Rank } from '../labels/label.js';
import type { LabelParts } from '../labels/read-label.js';
import type { Subject } from '../subjects/subject.js';

/** What a response is marked with as a whole. */
export interface Banner {
  readonly text: string;
  readonly exercise: boolean;
}

const RANK_WORDS = ['UNCLASSIFIED', 'RESTRICTED', 'CONFIDENTIAL', 'SECRET', 'TOP SECRET'] as const;

/**
 * The banner over returned values: their joined marking, as far as this viewer holds it. Of a release set it shows
 * the State that marked it and the viewer's own entry, so that no partner learns who else is served.
 */
export function bannerOf(labels: Iterable<Label>, viewer: Subject, exercise: boolean): Banner {
  const all = [...labels];
  const [first, ...rest] = all;
  const marking = first === undefined ? [RANK_WORDS[0]] : markingOf(rest.reduce(joinLabelParts, first), all, viewer);
  return { text: [exercise ? 'EXERCISE' : '', ...marking].filter((part) => part !== '').join('//'), exercise };
}

/** The parts in the order of the United States' register: level, compartments, foreign information, dissemination. */
function markingOf(joined: LabelParts, all: readonly Label[], viewer: Subject): string[] {
  const ranks = classifiedRanks(joined);
  const modes = new Set(joined.originatorControls.map(({ mode }) => mode));
  const dissemination = [...[...modes].sort(), nationalsOf(joined.nationals, viewer), releaseOf(joined, all, viewer)];
  return [
    levelOf(ranks),
    [...joined.compartments]
      .filter((compartment) => viewer.compartments.includes(compartment))
      .sort()
      .join('/'),
    foreignOf(joined, ranks),
    dissemination.filter((part) => part !== '').join('/'),
    joined.tlp === null || joined.tlp === 'CLEAR' ? '' : `TLP:${joined.tlp}`,
  ];
}

/** Policies with a rank above 0, highest first, and among equals in ASCII order. */
function classifiedRanks({ ranks }: LabelParts): (readonly [policy: string, rank: Rank])[] {
  return [...ranks].filter(([, rank]) => rank > 0).sort(([p, a], [q, b]) => b - a || (p < q ? -1 : 1));
}

/** `SECRET` where the United States marked it or nobody did, `GBR SECRET` where another policy did. */
function levelOf(ranks: readonly (readonly [string, Rank])[]): string {
  const [highest] = ranks;
  if (highest === undefined) return RANK_WORDS[0];
  if (ranks.some(([policy]) => policy === 'USA')) return RANK_WORDS[highest[1]];
  return ranks.map(([policy, rank]) => `${policy} ${RANK_WORDS[rank]}`).join('//');
}

/** Foreign information: by country, unless one source must not be named; then none is (32 CFR 2001.24(c)). */
function foreignOf({ foreignSources }: LabelParts, ranks: readonly (readonly [string, Rank])[]): string {
  const policies = ranks.map(([policy]) => policy);
  const foreign = new Set(foreignSources);
  if (policies.includes('USA')) for (const policy of policies) if (policy !== 'USA') foreign.add(policy);
  if (foreign.size === 0) return '';
  return foreign.has('~') ? 'FGI' : `FGI ${[...foreign].sort().join(' ')}`;
}

/** Whoever reads a value for nationals only is one of them, and is told no other. */
function nationalsOf(nationals: Permissive, { represents }: Subject): string {
  if (nationals === 'ANY') return '';
  return represents === 'USA' ? 'NOFORN' : `${represents} EYES ONLY`;
}

function releaseOf(joined: LabelParts, all: readonly Label[], viewer: Subject): string {
  const { represents, groups } = viewer;
  const limited = all.filter(({ releasableTo }) => releasableTo !== 'ANY');
  if (limited.length === 0) return '';
  const isListed = (entry: string): boolean => limited.every(({ releasableTo }) => has(releasableTo, entry));
  if (limited.some((label) => isDisplayOnly(label, viewer))) return `DISPLAY ONLY ${represents}`;
  // An act may have released it to a State that no set lists: then it is released to that State all the same.
  const own = [represents, ...groups].find(isListed) ?? represents;
  const markers = [...joined.ranks.keys()].filter(isListed).sort();
  return `REL TO ${[...new Set([...markers, own])].join(', ')}`;
}

function isDisplayOnly({ releasableTo, displayOnly }: Label, { represents, groups }: Subject): boolean {
  const entries = [represents, ...groups];
  return displayOnly !== null && entries.some((e) => displayOnly.has(e)) && !entries.some((e) => has(releasableTo, e));
}

function has(permissive: Permissive, entry: string): boolean {
  return permissive === 'ANY' || permissive.has(entry);
}
