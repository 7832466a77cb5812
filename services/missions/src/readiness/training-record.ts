import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Day, Link, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../mission.js';
import { PostHolder } from '../people/post-holder.js';
import { TrainingCourse } from './training-course.js';
import { TrainingResult } from './vocabulary.js';

/** That a post holder took a course. */
@Recorded({ name: 'TrainingRecord', prefix: 'trr', says: 'That a post holder took a course.' })
export class TrainingRecord extends Labelled {
  @Text({ is: 'PREPAREDNESS', says: 'Readable key, for example TRR-Q875787-1.', length: 40, filter: true, order: true })
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

export const trainingRecords = aggregateOf(TrainingRecord, {
  one: 'trainingRecord',
  many: 'trainingRecords',
  noun: 'training record',
  nouns: 'training records',
});
