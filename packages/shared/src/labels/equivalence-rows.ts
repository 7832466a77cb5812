import type { Rank } from './label.js';

/** What a level of one marking policy must be handled as under another, while an agreement is in force. */
export interface EquivalenceRow {
  /** Policy that the information is marked under. */
  readonly owner: string;
  readonly level: Rank;
  /** Policy of the holder's clearance. */
  readonly handling: string;
  /** Rank at which the holder handles it; above `level` where the holder has no level of that rank. */
  readonly rank: Rank;
  readonly agreement: string;
  readonly from: string;
  /** First day on which the row no longer holds. */
  readonly to: string | null;
  /** `checked` against the text of the instrument, or from `memory`. */
  readonly source: 'checked' | 'memory';
}

type Level = readonly [level: Rank, rank: Rank];
type Terms = Pick<EquivalenceRow, 'agreement' | 'from' | 'to' | 'source'>;

const rows = (owner: string, handling: string, levels: readonly Level[], terms: Terms): EquivalenceRow[] =>
  levels.map(([level, rank]) => ({ owner, level, handling, rank, ...terms }));

const SAME: readonly Level[] = [
  [2, 2],
  [3, 3],
];

// The United Kingdom and, since July 2021, France have no level 2: it is handled as the next level up.
const NO_LEVEL_2: readonly Level[] = [
  [2, 3],
  [3, 3],
];

const USA_GBR: Terms = { agreement: 'GSA USA-GBR 1961', from: '1961-04-14', to: null, source: 'memory' };
const USA_DEU: Terms = { agreement: 'GSA USA-DEU 1960', from: '1960-12-23', to: null, source: 'memory' };
const NATO_1997: Terms = {
  agreement: 'NATO Security of Information 1997',
  from: '1998-08-16',
  to: null,
  source: 'memory',
};
const EU_2011: Terms = { agreement: 'EU Member States 2011/C 202/05', from: '2015-12-01', to: null, source: 'checked' };
const EU_2011_FRANCE: Terms = { ...EU_2011, from: '2021-07-01' };

/**
 * Directed and dated; no row means not comparable, which is a failure. Equivalence says how to protect, never that
 * someone may receive. Rank 1 of NATO and the EU asks for a briefing instead of a clearance, and has no row.
 */
export const EQUIVALENCE_ROWS: readonly EquivalenceRow[] = [
  ...rows('USA', 'GBR', [...NO_LEVEL_2, [4, 4]], USA_GBR),
  // The United States have no level 1: 32 CFR 2001.54(d) has foreign RESTRICTED classified under the Order.
  ...rows('GBR', 'USA', [[1, 2], [3, 3], [4, 4]], USA_GBR), // biome-ignore format: one row a line
  ...rows('USA', 'DEU', [...SAME, [4, 4]], USA_DEU),
  ...rows('DEU', 'USA', [[1, 2], ...SAME, [4, 4]], USA_DEU),
  ...rows('NATO', 'USA', SAME, NATO_1997),
  ...rows('NATO', 'GBR', NO_LEVEL_2, NATO_1997),
  ...rows('NATO', 'DEU', SAME, NATO_1997),
  ...rows('NATO', 'FRA', NO_LEVEL_2, NATO_1997),
  ...rows('EU', 'DEU', SAME, EU_2011),
  ...rows('EU', 'FRA', [[3, 3]], EU_2011_FRANCE),
  ...rows('EU', 'FRA', [[2, 3]], { ...EU_2011_FRANCE, source: 'memory' }),
];
