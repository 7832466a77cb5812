import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { dayOf } from '@chancery/shared/calendar';
import { ClientError } from '@chancery/shared/errors';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { retract } from '@chancery/shared/subgraph/aggregate/retract-command';
import { Day, Link, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import { Mission } from '../mission.js';
import { PostHolder } from '../people/post-holder.js';
import { TrainingCourse } from './training-course.js';
import { TrainingResult } from './vocabulary.js';

/** That a post holder took a course. */
@Recorded({ name: 'TrainingRecord', prefix: 'trr', says: 'That a post holder took a course.' })
export class TrainingRecord extends Labelled {
  @Text({
    is: 'PREPAREDNESS',
    says: 'Readable key, for example TRR-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Day({ is: 'PREPAREDNESS', says: 'Day on which it was completed.', filter: true, order: true })
  completedOn!: string;

  @Day({ is: 'PREPAREDNESS', says: 'Day until which it counts.', nullable: true })
  validUntil!: string | null;

  @Word(TrainingResult, { is: 'PERSONAL_DATA', says: 'What it came to.', filter: true })
  result!: TrainingResult;

  @Link(() => TrainingCourse, {
    is: 'PREPAREDNESS',
    says: 'The course.',
    filter: true,
    inverse: { field: 'trainingRecords', is: 'EXISTENCE', says: 'Training records of it.' },
  })
  course?: TrainingCourse | null;

  @Link(() => PostHolder, {
    is: 'PERSONAL_DATA',
    says: 'Who took it.',
    filter: true,
    inverse: { field: 'trainingRecords', is: 'EXISTENCE', says: 'Training records of it.' },
  })
  postHolder?: PostHolder | null;

  @Link(() => Mission, {
    is: 'PREPAREDNESS',
    says: 'The post.',
    filter: true,
    inverse: { field: 'trainingRecords', is: 'EXISTENCE', says: 'Training records of this post.' },
  })
  mission?: Mission | null;
}

const AHEAD_MAX_MS = 14 * 60 * 60 * 1000;

const recordTraining = create<TrainingRecord>()({
  field: 'recordTraining',
  says: 'Records that a post holder took a course.',
  noun: 'record',
  inputSays: 'A training of a post holder of the same post.',
  about: 'mission',
  sets: {
    mission: {},
    course: { ofPost: true },
    postHolder: { ofPost: true },
    completedOn: {},
    validUntil: {},
    result: {},
    synthetic: { says: 'Made for an exercise of this system, not real.', required: false },
  },
  law: lawOfCommand('recordTraining'),
  check: ({ completedOn, validUntil }, { now }) => {
    if (completedOn > dayOf(now + AHEAD_MAX_MS))
      throw new ClientError(
        'INPUT_INVALID',
        `\`completedOn\` \`${completedOn}\` has not come yet`,
        'input.completedOn',
      );
    if (validUntil !== null && validUntil < completedOn)
      throw new ClientError('INPUT_INVALID', '`validUntil` is before `completedOn`', 'input.validUntil');
  },
  complete: { reference: () => madeReference('TRR') },
});

export const trainingRecords = aggregateOf(TrainingRecord, {
  one: 'trainingRecord',
  many: 'trainingRecords',
  noun: 'training record',
  nouns: 'training records',
  commands: [
    recordTraining,
    retract<TrainingRecord>({
      field: 'retractTrainingRecord',
      record: 'record of a training',
      law: lawOfCommand('retractTrainingRecord'),
    }),
  ],
});
