import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { Count, Link, Moment, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import { Mission } from '../mission.js';
import { Exercise } from './exercise.js';
import { InjectStatus } from './vocabulary.js';

/** What players of an exercise are told at a moment of it. */
@Recorded({ name: 'Inject', prefix: 'inj', says: 'What players of an exercise are told at a moment of it.' })
export class Inject extends Labelled {
  @Text({
    is: 'PREPAREDNESS',
    says: 'Readable key, for example INJ-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Count({
    is: 'PREPAREDNESS',
    says: 'Minute of the exercise at which it is planned.',
    least: 0,
    filter: true,
    order: true,
  })
  minute!: number;

  @Text({ is: 'PREPAREDNESS', says: 'What they are told.', searchable: true })
  text!: string;

  @Text({ is: 'PREPAREDNESS', says: 'What they are expected to do.' })
  expectedAction!: string;

  @Word(InjectStatus, { is: 'PREPAREDNESS', says: 'Whether it was given.', filter: true })
  status!: InjectStatus;

  @Moment({ is: 'PREPAREDNESS', says: 'When it was given.', nullable: true })
  injectedAt!: Date | null;

  @Link(() => Exercise, {
    is: 'PREPAREDNESS',
    says: 'The exercise.',
    filter: true,
    inverse: { field: 'injects', is: 'EXISTENCE', says: 'Injects of it.' },
  })
  exercise?: Exercise | null;

  @Link(() => Mission, {
    is: 'PREPAREDNESS',
    says: 'The post.',
    filter: true,
    inverse: { field: 'injects', is: 'EXISTENCE', says: 'Injects of this post.' },
  })
  mission?: Mission | null;
}

/** What players are told goes into the exercise, never into a record of what happened. */
const injectEvent = create<Inject>()({
  field: 'injectEvent',
  says: 'Tells the players of an exercise something, now.',
  noun: 'inject',
  inputSays: 'An inject of an exercise of the same post.',
  about: 'mission',
  sets: {
    mission: {},
    exercise: { ofPost: true },
    minute: { max: 100_000 },
    text: { max: 2000 },
    expectedAction: { max: 2000 },
    synthetic: { says: 'Made for an exercise of this system, not real.', required: false },
  },
  law: lawOfCommand('injectEvent'),
  complete: {
    reference: () => madeReference('INJ'),
    status: () => 'DELIVERED',
    injectedAt: (_, { viewer }) => new Date(viewer.now),
  },
});

export const injects = aggregateOf(Inject, {
  one: 'inject',
  many: 'injects',
  noun: 'inject',
  nouns: 'injects',
  commands: [injectEvent],
});
