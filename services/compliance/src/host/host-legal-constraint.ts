import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { State, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { receivingState } from '../of-relation.js';
import { Mission } from '../references.js';

/** What a host legal constraint is about. */
export const ConstraintTopic = defineEnum(
  'ConstraintTopic',
  'What a host legal constraint is about.',
  ['WEAPONS', 'CCTV_PUBLIC', 'DRONE', 'RADIO', 'SURVEILLANCE'],
  'a topic of host law',
);
export type ConstraintTopic = keyof typeof ConstraintTopic;

/** What host law says of it. */
export const ConstraintRule = defineEnum(
  'ConstraintRule',
  'What host law says of it.',
  ['FREE', 'CONSENT_NEEDED', 'FORBIDDEN'],
  'a rule of host law',
);
export type ConstraintRule = keyof typeof ConstraintRule;

/** What the law of a receiving State lets a post do for its own security. */
@Recorded({
  name: 'HostLegalConstraint',
  prefix: 'hlc',
  says: 'What the law of a receiving State lets a post do for its own security.',
})
export class HostLegalConstraint extends Labelled {
  @Text({ is: 'PUBLIC_FACT', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @State({ is: 'PUBLIC_FACT', says: 'Receiving State.', filter: true })
  country!: string;

  @Word(ConstraintTopic, { is: 'PUBLIC_FACT', says: 'What it is about.', filter: true })
  topic!: ConstraintTopic;

  @Word(ConstraintRule, { is: 'PUBLIC_FACT', says: 'What host law says.', filter: true })
  rule!: ConstraintRule;

  @Text({ is: 'PUBLIC_FACT', says: 'In words.', searchable: true })
  text!: string;

  @Text({ is: 'PUBLIC_FACT', says: 'Source.' })
  legalBasis!: string;
}

export const hostLegalConstraints = aggregateOf(HostLegalConstraint, {
  one: 'hostLegalConstraint',
  many: 'hostLegalConstraints',
  noun: 'host legal constraint',
  nouns: 'host legal constraints',
  commands: keep<HostLegalConstraint>()({
    field: 'recordHostConstraint',
    of: 'HostLegalConstraint',
    says: 'Records what the law of a State lets a post there do for its own security, as the State of the post reads it.',
    sets: {
      topic: {},
      rule: {},
      text: { max: 1000 },
      legalBasis: { max: 400 },
    },
    onAccountOf: () => Mission,
    law: lawOfCommand,
    complete: { country: (_, making) => receivingState(making) },
  }),
});
