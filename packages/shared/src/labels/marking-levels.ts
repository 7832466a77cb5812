import { NEVER, startOfDay } from '../calendar.js';
import type { Instant } from '../clock.js';
import type { Rank } from './label.js';
import { TREATY_LEVELS } from './marks/tables/own-words.js';

/** A level that a policy has, in its own words, while it has it. */
export interface MarkingLevel {
  readonly policy: string;
  readonly mark: string;
  readonly rank: Rank;
  /** First day; null when it was there before any instrument that Chancery knows. */
  readonly from: string | null;
  /** First day on which it is no longer marked. */
  readonly to: string | null;
  /** `checked` against a published table, or from `memory`. */
  readonly source: 'checked' | 'memory';
}

type Words = readonly (readonly [rank: Rank, mark: string, source?: 'memory'])[];

const levels = (policy: string, words: Words, from: string | null = null, to: string | null = null): MarkingLevel[] =>
  words.map(([rank, mark, source = 'checked' as const]) => ({ policy, mark, rank, from, to, source }));

const FRENCH_REFORM = '2021-07-01';
const BRITISH_REFORM = '2014-04-02';

/**
 * The levels of each policy. A rank that is missing does not exist there: the United States and Belgium have no
 * rank 1, the United Kingdom and, since its reform, France no rank 2. Words of other policies that look alike say nothing.
 */
export const MARKING_LEVELS: readonly MarkingLevel[] = [
  ...TREATY_LEVELS.flatMap(({ policy, rank, words }) => levels(policy, [[rank, words.banner]])),
  ...levels('USA', [
    [4, 'TOP SECRET'],
    [3, 'SECRET'],
    [2, 'CONFIDENTIAL'],
    [0, 'UNCLASSIFIED'],
  ]),
  ...levels('GBR', [
    [4, 'UK TOP SECRET', 'memory'],
    [3, 'UK SECRET', 'memory'],
  ]),
  ...levels(
    'GBR',
    [
      [2, 'UK CONFIDENTIAL', 'memory'],
      [1, 'UK RESTRICTED', 'memory'],
    ],
    null,
    BRITISH_REFORM,
  ),
  ...levels(
    'GBR',
    [
      [1, 'OFFICIAL-SENSITIVE', 'memory'],
      [0, 'OFFICIAL', 'memory'],
    ],
    BRITISH_REFORM,
  ),
  ...levels(
    'FRA',
    [
      [4, 'TRÈS SECRET DÉFENSE'],
      [3, 'SECRET DÉFENSE'],
    ],
    null,
    FRENCH_REFORM,
  ),
  ...levels('FRA', [[2, 'CONFIDENTIEL DÉFENSE']], null, FRENCH_REFORM),
  ...levels(
    'FRA',
    [
      [4, 'TRÈS SECRET'],
      [3, 'SECRET'],
    ],
    FRENCH_REFORM,
  ),
  ...levels(
    'FRA',
    [
      [1, 'DIFFUSION RESTREINTE'],
      [0, 'NON PROTÉGÉ'],
    ],
    FRENCH_REFORM,
  ),
  ...levels('DEU', [
    [4, 'STRENG GEHEIM'],
    [3, 'GEHEIM'],
    [2, 'VS-VERTRAULICH'],
    [1, 'VS-NFD'],
    [0, 'OFFEN'],
  ]),
  ...levels('ESP', [
    [4, 'SECRETO'],
    [3, 'RESERVADO'],
    [2, 'CONFIDENCIAL', 'memory'],
  ]),
  ...levels('ESP', [[1, 'DIFUSIÓN LIMITADA', 'memory']]),
  ...levels('ROU', [
    [4, 'STRICT SECRET DE IMPORTANȚĂ DEOSEBITĂ', 'memory'],
    [3, 'STRICT SECRET', 'memory'],
  ]),
  ...levels('ROU', [
    [2, 'SECRET'],
    [1, 'SECRET DE SERVICIU', 'memory'],
  ]),
  ...levels('PRT', [
    [4, 'MUITO SECRETO', 'memory'],
    [3, 'SECRETO', 'memory'],
  ]),
  ...levels('PRT', [
    [2, 'CONFIDENCIAL', 'memory'],
    [1, 'RESERVADO'],
  ]),
  ...levels('ITA', [
    [4, 'SEGRETISSIMO', 'memory'],
    [3, 'SEGRETO', 'memory'],
  ]),
  ...levels('ITA', [
    [2, 'RISERVATISSIMO', 'memory'],
    [1, 'RISERVATO'],
  ]),
  ...levels('NLD', [
    [4, 'STG. ZEER GEHEIM'],
    [3, 'STG. GEHEIM'],
    [2, 'STG. CONFIDENTIEEL'],
    [1, 'DEP. VERTROUWELIJK'],
  ]),
  ...levels('BEL', [
    [4, 'TRÈS SECRET', 'memory'],
    [3, 'SECRET', 'memory'],
    [2, 'CONFIDENTIEL', 'memory'],
  ]),
  ...levels('BEL', [
    [4, 'ZEER GEHEIM', 'memory'],
    [3, 'GEHEIM', 'memory'],
    [2, 'VERTROUWELIJK', 'memory'],
  ]),
];

const levelsByPolicy = indexByPolicy();

/** The rank of a policy's own mark at an instant; null for a mark that it does not have then, whoever else has it. */
export function rankOfMark(policy: string, mark: string, at: Instant): Rank | null {
  return levelsAt(policy, at).find((level) => level.mark === mark)?.rank ?? null;
}

/** A policy's own mark for a rank at an instant; null where it has no such level. */
export function markOfRank(policy: string, rank: Rank, at: Instant): string | null {
  return levelsAt(policy, at).find((level) => level.rank === rank)?.mark ?? null;
}

/** The level of a policy at or next above a rank, by which a gap is protected; null when the policy is unknown. */
export function levelAtOrAbove(policy: string, rank: Rank, at: Instant): Pick<MarkingLevel, 'rank' | 'source'> | null {
  return levelsAt(policy, at).find((level) => level.rank >= rank) ?? null;
}

/** Days on which the levels of a policy change. */
export function levelChangesOf(policy: string): string[] {
  const days = MARKING_LEVELS.filter((level) => level.policy === policy).flatMap(({ from, to }) => [from, to]);
  return [...new Set(days)].filter((day) => day !== null).sort();
}

interface DatedLevel extends Pick<MarkingLevel, 'mark' | 'rank' | 'source'> {
  readonly since: Instant;
  readonly endsAt: Instant;
}

function levelsAt(policy: string, at: Instant): DatedLevel[] {
  return (levelsByPolicy.get(policy) ?? []).filter(({ since, endsAt }) => since <= at && at < endsAt);
}

/** From the lowest rank up. */
function indexByPolicy(): Map<string, DatedLevel[]> {
  const index = new Map<string, DatedLevel[]>();
  for (const { policy, mark, rank, from, to, source } of [...MARKING_LEVELS].sort((a, b) => a.rank - b.rank)) {
    const since = from === null ? -NEVER : startOfDay(from);
    const level = { mark, rank, source, since, endsAt: to === null ? NEVER : startOfDay(to) };
    index.set(policy, [...(index.get(policy) ?? []), level]);
  }
  return index;
}
