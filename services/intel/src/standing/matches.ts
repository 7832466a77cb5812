import { matchFields } from '@chancery/shared/subgraph/aggregate/match-fields';
import { watchedKinds } from '@chancery/shared/subgraph/aggregate/watched-kind';
import { WATCHLIST } from '@chancery/shared/subgraph/links/published-types';
import { aggregates } from '../aggregates.js';
import { holdsUntil, metBy } from './met-by.js';
import { standingRequirements } from './standing-requirement.js';
import { WATCHED_ELSEWHERE } from './watched-elsewhere.js';

/** By what a State is told of records that meet its standing requirements. */
export const requirementMatches = matchFields({
  question: standingRequirements,
  kinds: watchedKinds(aggregates),
  elsewhere: WATCHED_ELSEWHERE,
  match: 'RequirementMatch',
  field: 'requirementMatched',
  one: 'requirement',
  says: 'A record that meets a standing requirement, once this caller may lawfully see that it does: by a change, an act, another label or a date.',
  is: WATCHLIST.is,
  testsOf: async (context, requirement, kind) => ({
    filter: await metBy(context, requirement, kind),
    of: requirement.id,
  }),
  holdsUntil,
});
