import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { dayOf } from '@chancery/shared/calendar';
import { ClientError } from '@chancery/shared/errors';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { move } from '@chancery/shared/subgraph/aggregate/move-command';
import { Day, Link, Text, Texts, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import { Mission } from '../mission.js';
import { Scenario } from './scenario.js';
import { ExerciseStatus, ExerciseType } from './vocabulary.js';

/** Exercise of a post. */
@Recorded({ name: 'Exercise', prefix: 'exr', says: 'Exercise of a post.' })
export class Exercise extends Labelled {
  @Text({
    is: 'PREPAREDNESS',
    says: 'Readable key, for example EXR-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Word(ExerciseType, { is: 'PREPAREDNESS', says: 'Its type.', filter: true })
  type!: ExerciseType;

  @Word(ExerciseStatus, { is: 'PREPAREDNESS', says: 'Where it stands.', filter: true })
  status!: ExerciseStatus;

  @Day({ is: 'PREPAREDNESS', says: 'Day for which it is planned.', filter: true, order: true })
  scheduledOn!: string;

  @Text({ is: 'PREPAREDNESS', says: 'What it is to show.' })
  objective!: string;

  @Texts({ is: 'PREPAREDNESS', says: 'Offices and authorities that take part.' })
  participants!: string[];

  @Link(() => Scenario, { is: 'PREPAREDNESS', says: 'The story that it plays.', filter: true })
  scenario?: Scenario | null;

  @Link(() => Mission, {
    is: 'PREPAREDNESS',
    says: 'The post.',
    filter: true,
    inverse: { field: 'exercises', is: 'EXISTENCE', says: 'Exercises of this post.' },
  })
  mission?: Mission | null;
}

const BEHIND_MAX_MS = 12 * 60 * 60 * 1000;

const scheduleExercise = create<Exercise>()({
  field: 'scheduleExercise',
  says: 'Plans an exercise of a post.',
  noun: 'plan',
  inputSays: 'An exercise of a post, from tomorrow on or today.',
  about: 'mission',
  sets: {
    mission: {},
    type: {},
    scheduledOn: {},
    objective: { max: 2000 },
    scenario: { ofPost: true, required: false },
    synthetic: { says: 'Made for an exercise of this system, not real.', required: false },
  },
  law: lawOfCommand('scheduleExercise'),
  check: ({ scheduledOn }, { now }) => {
    // By the day that it still is somewhere: UTC-12.
    if (scheduledOn >= dayOf(now - BEHIND_MAX_MS)) return;
    throw new ClientError('INPUT_INVALID', `\`scheduledOn\` \`${scheduledOn}\` is past`, 'input.scheduledOn');
  },
  complete: { reference: () => madeReference('EXR'), participants: () => [] },
});

const advanceExercise = move<Exercise>()({
  field: 'advanceExercise',
  says: 'Says that an exercise begins, was held, was evaluated, or will not be held.',
  noun: 'change',
  inputSays: 'Where an exercise stands now.',
  to: ['UNDERWAY', 'CONDUCTED', 'EVALUATED', 'CANCELLED'],
  sets: { participants: { max: 50, each: 200, required: false } },
  law: lawOfCommand('advanceExercise'),
});

export const exercises = aggregateOf(Exercise, {
  one: 'exercise',
  many: 'exercises',
  noun: 'exercise',
  nouns: 'exercises',
  states: {
    of: 'status',
    first: 'PLANNED',
    moves: {
      PLANNED: ['UNDERWAY', 'CONDUCTED', 'CANCELLED'],
      UNDERWAY: ['CONDUCTED', 'CANCELLED'],
      CONDUCTED: ['EVALUATED'],
      EVALUATED: [],
      CANCELLED: [],
    },
  },
  commands: [scheduleExercise, advanceExercise],
});
