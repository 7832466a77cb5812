import type { ImportedRow } from '@chancery/shared/subgraph/import/import-records';
import type { StandingRequirement } from '../../standing/standing-requirement.js';
import type { IntelPlace } from './intel-place.js';

const DAY_HOURS = 24;

/** What each post wants to be told of: what happens at it and in its State. */
export function standingRows(places: readonly IntelPlace[]): ImportedRow<StandingRequirement>[] {
  return places.map((of) => {
    const types = of.pick([['ARSON'], ['BOMBING', 'ARSON'], ['SHOOTING', 'BOMBING', 'ARSON']] as const, 'watched');
    const days = of.turn([90, null, 180]);
    return {
      handling: of.handling('OWN'),
      synthetic: true,
      mission: of.mission,
      reference: of.reference('SRQ'),
      question: of.story.question,
      posts: [of.post.key],
      actors: null,
      regions: null,
      types: [...types],
      termCount: 1 + types.length,
      filedAt: of.moment(-of.pick([20, 45, 60], 'filed') * DAY_HOURS),
      ltiov: days === null ? null : of.moment(days * DAY_HOURS),
      status: of.turn(['IN_FORCE', 'IN_FORCE', 'WITHDRAWN'] as const),
    };
  });
}
