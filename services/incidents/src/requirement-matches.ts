import { matchedElsewhere } from '@chancery/shared/subgraph/aggregate/matched-elsewhere';
import { incidents } from './incident.js';
import { IncidentType } from './vocabulary.js';

/** Incidents that meet what a State wants to be told of, which the intelligence service keeps. */
export const matchedIncidents = matchedElsewhere({
  question: 'StandingRequirement',
  says: 'What a State wants to be told of as soon as it may lawfully know it: a watchlist. It opens nothing.',
  terms: { field: 'watched', says: 'Its terms as JSON while it is in force, for services whose records can meet it.' },
  is: 'INTEL_REPORT',
  kind: {
    aggregate: incidents,
    one: 'incident',
    many: 'matchingIncidents',
    mission: 'mission',
    actor: null,
    type: { field: 'type', words: IncidentType },
  },
});
