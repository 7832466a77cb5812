import type { MatchKind } from '@chancery/shared/subgraph/aggregate/match-fields';
import { intelReports } from '../collection/intel-report.js';
import { threats } from '../threats/threat.js';
import { ThreatType } from '../threats/vocabulary.js';
import { WarningCategory } from '../vocabulary.js';
import { warnings } from '../warning.js';

/** The fields of a kind of record that the terms of a requirement are looked for in; null where it has none. */
export interface WatchedKind extends MatchKind {
  /** Link to the post, or posts. */
  readonly mission: string;
  readonly actor: string | null;
  readonly type: { readonly field: string; readonly words: object } | null;
}

/** Kinds of record of intel by which a State can be told of what it wants to know. */
export const MATCH_KINDS: readonly WatchedKind[] = [
  {
    aggregate: threats,
    one: 'threat',
    many: 'matchingThreats',
    mission: 'mission',
    actor: 'actor',
    type: { field: 'type', words: ThreatType },
  },
  {
    aggregate: warnings,
    one: 'warning',
    many: 'matchingWarnings',
    mission: 'missions',
    actor: null,
    type: { field: 'category', words: WarningCategory },
  },
  {
    aggregate: intelReports,
    one: 'report',
    many: 'matchingReports',
    mission: 'mission',
    actor: null,
    type: null,
  },
];
