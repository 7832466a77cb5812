import { matchFields } from '@chancery/shared/subgraph/aggregate/match-fields';
import { Incident } from '../references.js';
import { MATCH_KINDS } from './match-kinds.js';
import { metBy } from './met-by.js';
import { standingRequirements } from './standing-requirement.js';

/** By what a State is told of records that meet its standing requirements. */
export const requirementMatches = matchFields({
  question: standingRequirements,
  kinds: MATCH_KINDS,
  elsewhere: [{ one: 'incident', type: () => Incident }],
  match: 'RequirementMatch',
  field: 'requirementMatched',
  one: 'requirement',
  says: 'A record that meets a standing requirement, once this caller may lawfully see that it does: by a change, an act, another label or a date.',
  is: 'INTEL_REPORT',
  metBy,
  endsAt: ({ ltiov }) => ltiov,
});
