import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { LegalHold } from './legal-hold.js';
import { approveLiftLegalHold, askLiftLegalHold } from './lift-legal-hold.js';
import { orderLegalHold } from './order-legal-hold.js';

export const legalHolds = aggregateOf(LegalHold, {
  one: 'legalHold',
  many: 'legalHolds',
  noun: 'legal hold',
  nouns: 'legal holds',
  commands: [orderLegalHold, askLiftLegalHold, approveLiftLegalHold],
});
