import { TREATY_LEVELS } from '../marks/tables/own-words.js';
import { levelsOf, type MarkingLevel } from './level-words.js';

const BRITISH_REFORM = '2014-04-02';

const unprotected = (
  policy: string,
  mark: string,
  source: MarkingLevel['source'],
  from: string | null = null,
): MarkingLevel => ({
  policy,
  mark,
  rank: 0,
  from,
  to: null,
  source,
});

/** Levels of organisations, of the United States and of States that are members of neither; and words below a level. */
export const OTHER_LEVELS: readonly MarkingLevel[] = [
  ...TREATY_LEVELS.map(
    ({ policy, rank, words }): MarkingLevel => ({
      policy,
      mark: words.banner,
      rank,
      from: null,
      to: null,
      source: 'checked',
    }),
  ),
  // The United States have no level 1 (32 CFR 2001.54(d)).
  ...levelsOf('USA', ['TOP SECRET', 'SECRET', 'CONFIDENTIAL', null], 'checked'),
  unprotected('USA', 'UNCLASSIFIED', 'checked'),
  ...levelsOf('GBR', ['UK TOP SECRET', 'UK SECRET', null, null], 'memory'),
  ...levelsOf('GBR', [null, null, 'UK CONFIDENTIAL', 'UK RESTRICTED'], 'memory', [null, BRITISH_REFORM]),
  ...levelsOf('GBR', [null, null, null, 'OFFICIAL-SENSITIVE'], 'memory', [BRITISH_REFORM, null]),
  unprotected('GBR', 'OFFICIAL', 'memory', BRITISH_REFORM),
  ...levelsOf('AUS', ['TOP SECRET', 'SECRET', 'PROTECTED', 'OFFICIAL: SENSITIVE'], 'memory', ['2018-10-01', null]),
  ...levelsOf('NZL', ['TOP SECRET', 'SECRET', 'CONFIDENTIAL', 'RESTRICTED'], 'memory'),
  ...levelsOf('CHE', [null, 'GEHEIM', 'VERTRAULICH', 'INTERN'], 'memory'),
  unprotected('FRA', 'NON PROTÉGÉ', 'checked', '2021-07-01'),
  unprotected('DEU', 'OFFEN', 'checked'),
];
