import { matchedElsewhere } from '@chancery/shared/subgraph/aggregate/matched-elsewhere';
import { idsByKey } from '@chancery/shared/subgraph/links/load-by-key';
import { aggregates } from './aggregates.js';
import { missions } from './mission.js';

const posts = missions.listed.specNamed('StandingRequirement.posts');

/** What of this service meets what a State wants to be told of, which the intelligence service keeps. */
export const matchedRecords = matchedElsewhere(aggregates, async (context, keys) => [
  ...(await idsByKey(context, posts, 'wikidataId', keys)).values(),
]);
