import { type AgencyKind, CATEGORY_RULES, type Category, type Purpose } from '@chancery/shared/vocabulary';
import { OWN_STATE } from '../compiled/own-state.js';

/** Purposes that no interior, archive, personal or intelligence data is needed for, whoever made it. */
const DISTANT: ReadonlySet<Purpose> = new Set<Purpose>(['TRAINING', 'TRANSIT']);
const PAPERS_AND_INTELLIGENCE: ReadonlySet<Category> = new Set<Category>([
  'SECURITY_POSTURE',
  'COMMS',
  'ARCHIVE',
  'CORRESPONDENCE',
  'INTEL_REPORT',
  'INTEL_SOURCE',
]);

/** How a post is guarded, interior, archive, personal and intelligence data: what training and transit open to no agency of a State's own. */
export function isGuarded(category: Category): boolean {
  return PAPERS_AND_INTELLIGENCE.has(category) || (CATEGORY_RULES[category]?.groups.length ?? 1) > 0;
}

const cell = (purpose: Purpose, category: Category): string => `${purpose} ${category}`;

const READ: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(OWN_STATE).map(([kind, { reads }]) => [
    kind,
    new Set(
      reads.flatMap(({ purposes, categories }) =>
        purposes.flatMap((purpose) => categories.map((category) => cell(purpose, category))),
      ),
    ),
  ]),
);

/** Whether a kind of agency reads, for a purpose, what others of its State keep of this kind of data. */
export function needsToKnow(kind: AgencyKind, purpose: Purpose, category: Category): boolean {
  return READ.get(kind)?.has(cell(purpose, category)) ?? false;
}

/** Whether a kind of agency goes back, for a purpose, to what it made itself of this kind of data. */
export function usesWhatItMade(kind: AgencyKind, purpose: Purpose, category: Category): boolean {
  if (DISTANT.has(purpose) && isGuarded(category)) return false;
  return OWN_STATE[kind].made.includes(purpose);
}
