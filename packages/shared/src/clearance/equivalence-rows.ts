import type { Rank } from '../labels/label.js';
import { levelAtOrAbove, levelChangesOf } from '../labels/marking-levels.js';
import { type Membership, membershipsOf } from '../memberships.js';

/** What a level of one marking policy must be handled as under another, while an agreement is in force. */
export interface EquivalenceRow {
  /** Policy that the information is marked under. */
  readonly owner: string;
  readonly level: Rank;
  /** Policy of the holder's clearance. */
  readonly handling: string;
  /** Rank at which the holder handles it; above `level` where owner or holder has no level of that rank. */
  readonly rank: Rank;
  readonly agreement: string;
  readonly from: string;
  /** First day or instant on which the row no longer holds. */
  readonly to: string | null;
  /** `checked` against the text of the instrument, or from `memory`. */
  readonly source: 'checked' | 'memory';
}

type Terms = Pick<EquivalenceRow, 'agreement' | 'from' | 'to' | 'source'>;

const LEVELS: readonly Rank[] = [1, 2, 3, 4];

const USA_GBR: Terms = { agreement: 'GSA USA-GBR 1961', from: '1961-04-14', to: null, source: 'memory' };
const USA_DEU: Terms = { agreement: 'GSA USA-DEU 1960', from: '1960-12-23', to: null, source: 'memory' };
const NATO_1997: Terms = {
  agreement: 'NATO Security of Information 1997',
  from: '1998-08-16',
  to: null,
  source: 'memory',
};
const EU_2011: Terms = { agreement: 'EU Member States 2011/C 202/05', from: '2015-12-01', to: null, source: 'checked' };
const EU_GBR_2021: Terms = {
  agreement: 'EU-GBR Classified Information 2021',
  from: '2021-05-01',
  to: null,
  source: 'memory',
};

/**
 * Directed and dated; no row means not comparable, which is a failure. Equivalence says how to protect, never that
 * someone may receive. Each agreement compares level by level, never word by word; a level that either side lacks is
 * handled as its next one up. Rank 1 of NATO and the EU asks for a briefing instead of a clearance, and has no row.
 */
export const EQUIVALENCE_ROWS: readonly EquivalenceRow[] = [
  ...rows('USA', 'GBR', USA_GBR),
  ...rows('GBR', 'USA', USA_GBR),
  ...rows('USA', 'DEU', USA_DEU),
  ...rows('DEU', 'USA', USA_DEU),
  ...membershipsOf('NATO').flatMap((member) => rows('NATO', member.state, whileIn(NATO_1997, member))),
  ...membershipsOf('EU').flatMap((member) => rows('EU', member.state, whileIn(EU_2011, member))),
  ...rows('EU', 'GBR', EU_GBR_2021),
  ...membershipsOf('EU').flatMap((owner) =>
    membershipsOf('EU').flatMap((holder) =>
      owner === holder ? [] : rows(owner.state, holder.state, whileIn(whileIn(EU_2011, owner), holder)),
    ),
  ),
];

/** An agreement's terms for a party while it belongs to the organisation that made it. */
function whileIn(terms: Terms, { from, to }: Membership): Terms {
  const first = isAfter(from, terms.from) ? from : terms.from;
  // What ended is told from memory, as the days of membership are.
  return to === null ? { ...terms, from: first } : { ...terms, from: first, to, source: 'memory' };
}

/** One row a level for every period in which the levels of both sides stay as they are. */
function rows(owner: string, handling: string, terms: Terms): EquivalenceRow[] {
  const changes = [...levelChangesOf(owner), ...levelChangesOf(handling)];
  const within = changes.filter((day) => isAfter(day, terms.from) && (terms.to === null || isAfter(terms.to, day)));
  const starts = [terms.from, ...[...new Set(within)].sort()];
  return starts.flatMap((from, index) => {
    const to = starts[index + 1] ?? terms.to;
    return LEVELS.flatMap((level) => rowAt(owner, handling, level, { ...terms, from, to }) ?? []);
  });
}

function rowAt(owner: string, handling: string, level: Rank, terms: Terms): EquivalenceRow | null {
  if (level === 1 && (owner === 'NATO' || owner === 'EU')) return null;
  const at = Date.parse(terms.from);
  const held = levelAtOrAbove(owner, level, at);
  const handled = held === null ? null : levelAtOrAbove(handling, held.rank, at);
  if (held === null || handled === null) return null;
  // The published tables leave a gap empty; that it is protected upwards is read into them.
  const isChecked = held.source === 'checked' && handled.source === 'checked' && handled.rank === level;
  const source = isChecked ? terms.source : 'memory';
  return { owner, level, handling, rank: handled.rank, ...terms, source };
}

function isAfter(a: string, b: string): boolean {
  return Date.parse(a) > Date.parse(b);
}
