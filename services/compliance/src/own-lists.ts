import { viewerFields } from '@chancery/shared/subgraph/aggregate/viewer-fields';
import { assignments } from './assignments/assignment.js';
import { obligations } from './duties/obligations.js';
import { informationRequests } from './requests/information-requests.js';

/** What is the caller's own: what its agency asked for, is assigned to and owes. */
export const OWN_LISTS = viewerFields([
  {
    field: 'requests',
    says: 'Requests for information that its agency has filed.',
    aggregate: informationRequests,
    ownOf: ({ agency }) => ({ requester: { eq: agency } }),
  },
  {
    field: 'assignments',
    says: 'Assignments of its agency, or of all agencies of its State.',
    aggregate: assignments,
    ownOf: ({ represents, agency }) => ({ represents: { eq: represents }, agency: { in: [agency, '*'] } }),
  },
  {
    field: 'obligations',
    says: 'What its agency owes, done and to be done.',
    aggregate: obligations,
    ownOf: ({ agency }) => ({ agency: { eq: agency } }),
  },
]);
