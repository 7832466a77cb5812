import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { LegalStatusPeriod } from './legal-status-period.js';
import { recordLegalStatus } from './record-legal-status.js';

export const legalStatusPeriods = aggregateOf(LegalStatusPeriod, {
  one: 'legalStatusPeriod',
  many: 'legalStatusPeriods',
  noun: 'period of legal status',
  nouns: 'periods of legal status',
  watched: { posts: 'mission', types: ['status'] },
  commands: [recordLegalStatus],
});
