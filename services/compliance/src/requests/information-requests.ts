import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { InformationRequest } from './information-request.js';
import { answerRequest, forwardRequest, refuseRequest, takeUpRequest, withdrawRequest } from './request-decisions.js';
import { requestInformation } from './request-information.js';

export const informationRequests = aggregateOf(InformationRequest, {
  one: 'informationRequest',
  many: 'informationRequests',
  noun: 'request for information',
  nouns: 'requests for information',
  commands: [requestInformation, forwardRequest, takeUpRequest, answerRequest, refuseRequest, withdrawRequest],
});
