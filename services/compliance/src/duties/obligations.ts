import { checkWaivable, lawOfCreditor, lawOfDebtor } from '@chancery/policy/writes/duty-law';
import { ClientError } from '@chancery/shared/errors';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { move } from '@chancery/shared/subgraph/aggregate/move-command';
import { checkVerdict } from '@chancery/shared/subgraph/writing/check-verdict';
import { Obligation } from './obligation.js';

const WORDS_MAX = 500;

function requireText(text: string | null, field: string): void {
  if (text === null) throw new ClientError('INPUT_INVALID', `\`${field}\` says where it can be read`, `input.${field}`);
}

const dischargeObligation = move<Obligation>()({
  field: 'dischargeObligation',
  says: 'Says by what an obligation was discharged, for the agency that owes it.',
  noun: 'discharge',
  inputSays: 'An obligation that stands, and by what it was discharged.',
  to: ['DONE'],
  sets: { evidence: { max: WORDS_MAX } },
  law: lawOfDebtor,
  check: ({ evidence }) => requireText(evidence, 'evidence'),
  complete: {
    doneAt: (_, { viewer }) => new Date(viewer.now),
    doneBy: (_, { viewer }) => viewer.profile.subject.id,
  },
});

const waiveObligation = move<Obligation>()({
  field: 'waiveObligation',
  says: 'Says that a State waives what is owed to it, where that is for it alone.',
  noun: 'waiver',
  inputSays: 'An obligation that stands, and where its waiver is kept.',
  to: ['WAIVED'],
  sets: { waiver: { max: WORDS_MAX } },
  law: lawOfCreditor,
  check: ({ waiver }) => requireText(waiver, 'waiver'),
  complete: {
    doneAt: (_, { viewer, record }) => {
      checkVerdict(checkWaivable(record.rule));
      return new Date(viewer.now);
    },
  },
});

export const obligations = aggregateOf(Obligation, {
  one: 'obligation',
  many: 'obligations',
  noun: 'obligation',
  nouns: 'obligations',
  events: [
    {
      field: 'obligationDue',
      says: 'An obligation that has arisen, will soon be due, is overdue or was discharged, as this caller sees it now.',
    },
  ],
  states: { of: 'standing', first: 'OPEN', moves: { OPEN: ['DONE', 'WAIVED'], DONE: [], WAIVED: [] } },
  commands: [dischargeObligation, waiveObligation],
});
