import { matchedElsewhere } from '@chancery/shared/subgraph/aggregate/matched-elsewhere';
import { aggregates } from './aggregates.js';

/** What of this service meets what a State wants to be told of, which the intelligence service keeps. */
export const matchedRecords = matchedElsewhere(aggregates);
