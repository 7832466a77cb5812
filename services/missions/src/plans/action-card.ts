import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { Count, Link, Text, Texts } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../mission.js';
import { EmergencyActionPlan } from './emergency-action-plan.js';

/** What one office does when something happens, on one card. */
@Recorded({ name: 'ActionCard', prefix: 'acd', says: 'What one office does when something happens, on one card.' })
export class ActionCard extends Labelled {
  @Text({
    is: 'PREPAREDNESS',
    says: 'Readable key, for example ACD-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Text({ is: 'PREPAREDNESS', says: 'When it is taken up.' })
  trigger!: string;

  @Text({ is: 'PREPAREDNESS', says: 'Office that acts.', length: 80, filter: true })
  ownerOffice!: string;

  @Texts({ is: 'PREPAREDNESS', says: 'What it does, in order.' })
  steps!: string[];

  @Count({ is: 'PREPAREDNESS', says: 'Minutes within which it is done.', least: 0, order: true })
  minutes!: number;

  @Link(() => EmergencyActionPlan, {
    is: 'PREPAREDNESS',
    says: 'The plan that it belongs to.',
    filter: true,
    inverse: { field: 'actionCards', is: 'EXISTENCE', says: 'Action cards of it.' },
  })
  plan?: EmergencyActionPlan | null;

  @Link(() => Mission, {
    is: 'PREPAREDNESS',
    says: 'The post.',
    filter: true,
    inverse: { field: 'actionCards', is: 'EXISTENCE', says: 'Action cards of this post.' },
  })
  mission?: Mission | null;
}

export const actionCards = aggregateOf(ActionCard, {
  one: 'actionCard',
  many: 'actionCards',
  noun: 'action card',
  nouns: 'action cards',
  commands: keep<ActionCard>()({
    field: 'writeActionCard',
    of: 'ActionCard',
    says: 'Writes on a card what one office does when something happens.',
    sets: {
      plan: { ofPost: true },
      trigger: { max: 400 },
      ownerOffice: {},
      steps: { max: 50, each: 400 },
      minutes: { max: 10_000 },
    },
    law: lawOfCommand,
  }),
});
