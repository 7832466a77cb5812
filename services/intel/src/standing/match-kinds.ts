import type { TermFields } from '@chancery/shared/subgraph/aggregate/filter-of-terms';
import type { MatchKind } from '@chancery/shared/subgraph/aggregate/match-fields';
import { intelReports } from '../collection/intel-report.js';
import { threats } from '../threats/threat.js';
import { ThreatType } from '../threats/vocabulary.js';
import { WarningCategory } from '../vocabulary.js';
import { warnings } from '../warning.js';

/** A kind of record that is watched, and where the terms of a requirement are looked for in it. */
export interface WatchedKind extends MatchKind, TermFields {}

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
