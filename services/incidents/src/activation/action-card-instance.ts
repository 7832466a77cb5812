import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { enter } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { move } from '@chancery/shared/subgraph/aggregate/move-command';
import { Count, Link, Moment, Text, Texts, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { ActionCard } from '../references.js';
import { PlanActivation } from './plan-activation.js';

const ACTION_CARD_STATUSS = ['OPEN', 'IN_PROGRESS', 'DONE', 'NOT_APPLICABLE'] as const;
/** Where a card stands. */
export const ActionCardStatus = defineEnum(
  'ActionCardStatus',
  'Where a card stands.',
  ACTION_CARD_STATUSS,
  'an action card status',
);
export type ActionCardStatus = keyof typeof ActionCardStatus;

/** A card of predefined action as it is worked off in one incident. */
@Recorded({
  name: 'ActionCardInstance',
  prefix: 'aci',
  says: 'A card of predefined action as it is worked off in one incident.',
})
export class ActionCardInstance extends Labelled {
  @Link(() => PlanActivation, {
    is: 'PREPAREDNESS',
    says: 'The activation that brought it out.',
    filter: true,
    inverse: { field: 'actionCards', is: 'EXISTENCE', says: 'Cards that it brought out.' },
  })
  activation?: PlanActivation | null;

  @Text({ is: 'PREPAREDNESS', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @Link(() => ActionCard, {
    is: 'PREPAREDNESS',
    says: 'The card of the plan that it is a copy of.',
    inverse: { field: 'instances', is: 'EXISTENCE', says: 'When it was worked off.' },
  })
  card?: ActionCard | null;

  @Text({ is: 'PREPAREDNESS', says: 'What is to be done.', searchable: true })
  title!: string;

  @Text({ is: 'PREPAREDNESS', says: 'Role that does it.' })
  ownerRole!: string;

  @Texts({ is: 'PREPAREDNESS', says: 'Steps, in their order.' })
  steps!: string[];

  @Count({ is: 'PREPAREDNESS', says: 'How many of them are done.', least: 0, order: true })
  stepsDone!: number;

  @Moment({ is: 'PREPAREDNESS', says: 'By when.', order: true })
  dueAt!: Date;

  @Moment({ is: 'PREPAREDNESS', says: 'When it was done.', nullable: true })
  doneAt!: Date | null;

  @Word(ActionCardStatus, { is: 'PREPAREDNESS', says: 'Where it stands.', filter: true })
  status!: ActionCardStatus;
}

const advanceActionCard = move<ActionCardInstance>()({
  field: 'advanceActionCard',
  says: 'Says how far the steps of a card are done.',
  noun: 'change',
  inputSays: 'Where a card stands now.',
  to: ['IN_PROGRESS', 'DONE', 'NOT_APPLICABLE'],
  sets: { stepsDone: { max: 50, required: false } },
  law: lawOfCommand('advanceActionCard'),
});

export const actionCardInstances = aggregateOf(ActionCardInstance, {
  one: 'actionCardInstance',
  many: 'actionCardInstances',
  noun: 'action card',
  nouns: 'action cards',
  states: {
    of: 'status',
    first: 'OPEN',
    moves: {
      OPEN: ['IN_PROGRESS', 'DONE', 'NOT_APPLICABLE'],
      IN_PROGRESS: ['IN_PROGRESS', 'DONE', 'NOT_APPLICABLE'],
      DONE: [],
      NOT_APPLICABLE: [],
    },
  },
  commands: [
    enter<ActionCardInstance>()({
      field: 'takeUpActionCard',
      says: 'Takes up a card of predefined action for a plan that was put into force.',
      about: 'activation',
      sets: {
        card: { required: false },
        title: { max: 400 },
        ownerRole: { max: 80 },
        steps: { max: 50, each: 400 },
        dueAt: {},
      },
      complete: { stepsDone: () => 0 },
      law: lawOfCommand,
    }),
    advanceActionCard,
  ],
});
