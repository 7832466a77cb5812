import { type Command, commandResolver } from '@chancery/shared/subgraph/aggregate/command';
import type { ClassType } from 'type-graphql';
import { answerColumns, checkRefusal, lookAtAnswer } from './answer-request.js';
import { decideRequest, type RequestDecision } from './decide-request.js';
import type { InformationRequest } from './information-request.js';
import { consentToRead, keepConsent } from './request-consent.js';
import {
  AnswerRequestInput,
  ForwardRequestInput,
  RefuseRequestInput,
  type RequestDecisionInput,
  TakeUpRequestInput,
  WithdrawRequestInput,
} from './request-input.js';

interface Words<T extends RequestDecisionInput> {
  readonly says: string;
  readonly noun: string;
  readonly input: ClassType<T>;
  /** Columns that change beside where the request stands. */
  readonly changes: readonly string[];
}

function deciding<T extends RequestDecisionInput>(
  { changes, ...words }: Words<T>,
  decision: RequestDecision<T>,
): Command<InformationRequest> {
  return {
    useOf: () => ({ adds: false, changes: ['status', ...changes] }),
    resolverOf: (of) =>
      commandResolver(of, {
        field: decision.operation,
        ...words,
        run: (context, asked) => decideRequest(context, decision, asked as T),
      }),
  };
}

/** The ministry passes a request on: from then on it is read by whom it is addressed to. */
export const forwardRequest = deciding<ForwardRequestInput>(
  {
    says: 'Passes a request on to whom it is addressed to, as the ministry for foreign affairs (VCDR 41(2)).',
    noun: 'forwarding',
    input: ForwardRequestInput,
    changes: ['forwarded_at'],
  },
  {
    operation: 'forwardRequest',
    by: 'MINISTRY',
    from: ['FILED'],
    to: 'ROUTED',
    async decide({ context: { viewer }, transaction, input, request, handling, number }) {
      const recipients = { represents: request.addressee, agencies: request.addressee_agencies };
      await keepConsent(transaction, consentToRead(input.id, handling, recipients, viewer), number, viewer);
      return { forwarded_at: new Date(viewer.now) };
    },
  },
);

/** Somebody whom it is addressed to looks at it. */
export const takeUpRequest = deciding<TakeUpRequestInput>(
  {
    says: 'Takes a request up, as one of those whom it is addressed to.',
    noun: 'review',
    input: TakeUpRequestInput,
    changes: ['taken_up_at', 'taken_up_by'],
  },
  {
    operation: 'takeUpRequest',
    by: 'ADDRESSEE',
    from: ['ROUTED'],
    to: 'UNDER_REVIEW',
    decide: async ({ context: { viewer } }) => ({
      taken_up_at: new Date(viewer.now),
      taken_up_by: viewer.profile.subject.agency,
    }),
  },
);

/** An act, or another record, answers it. */
export const answerRequest = deciding<AnswerRequestInput>(
  {
    says: 'Answers a request: by an act that opens something of what was asked for, or by a record that is told instead.',
    noun: 'answer',
    input: AnswerRequestInput,
    changes: ['closed_at', 'answer_act_id', 'answer_until', 'tearline', 'answer_text'],
  },
  {
    operation: 'answerRequest',
    by: 'ADDRESSEE',
    from: ['UNDER_REVIEW'],
    to: 'ANSWERED',
    look: lookAtAnswer,
    decide: answerColumns,
  },
);

/** It is refused by a rule. */
export const refuseRequest = deciding<RefuseRequestInput>(
  {
    says: 'Refuses a request, with the rule that stands against it.',
    noun: 'refusal',
    input: RefuseRequestInput,
    changes: ['closed_at', 'refusal_rule', 'answer_text'],
  },
  {
    operation: 'refuseRequest',
    by: 'ADDRESSEE',
    from: ['UNDER_REVIEW'],
    to: 'REFUSED',
    look: async (_, input) => checkRefusal(input),
    decide: async ({ context: { viewer }, input }) => ({
      closed_at: new Date(viewer.now),
      refusal_rule: input.refusalRule,
      answer_text: input.answerText ?? null,
    }),
  },
);

/** Whoever filed it takes it back. */
export const withdrawRequest = deciding<WithdrawRequestInput>(
  {
    says: 'Takes a request back, as the agency that filed it.',
    noun: 'withdrawal',
    input: WithdrawRequestInput,
    changes: ['closed_at'],
  },
  {
    operation: 'withdrawRequest',
    by: 'REQUESTER',
    from: ['FILED', 'ROUTED', 'UNDER_REVIEW'],
    to: 'WITHDRAWN',
    decide: async ({ context: { viewer } }) => ({ closed_at: new Date(viewer.now) }),
  },
);
