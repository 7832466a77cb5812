import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { Count, Link, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../mission.js';
import { TrainingModule, TrainingScheme } from './vocabulary.js';

/** Course that offices of a post are to take. */
@Recorded({ name: 'TrainingCourse', prefix: 'trc', says: 'Course that offices of a post are to take.' })
export class TrainingCourse extends Labelled {
  @Text({
    is: 'PREPAREDNESS',
    says: 'Readable key, for example TRC-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Word(TrainingModule, { is: 'PREPAREDNESS', says: 'What is trained.', filter: true })
  module!: TrainingModule;

  @Text({ is: 'PREPAREDNESS', says: 'Title.', searchable: true })
  title!: string;

  @Word(TrainingScheme, { is: 'PREPAREDNESS', says: 'Scheme under which it is given.', filter: true })
  scheme!: TrainingScheme;

  @Text({ is: 'PREPAREDNESS', says: 'Who must take it.' })
  requiredOf!: string;

  @Count({ is: 'PREPAREDNESS', says: 'Months after which it is taken again.', least: 0, order: true })
  validityMonths!: number;

  @Link(() => Mission, {
    is: 'PREPAREDNESS',
    says: 'The post.',
    filter: true,
    inverse: { field: 'trainingCourses', is: 'EXISTENCE', says: 'Training courses of this post.' },
  })
  mission?: Mission | null;
}

export const trainingCourses = aggregateOf(TrainingCourse, {
  one: 'trainingCourse',
  many: 'trainingCourses',
  noun: 'training course',
  nouns: 'training courses',
  commands: keep<TrainingCourse>()({
    field: 'offerCourse',
    of: 'TrainingCourse',
    says: 'Offers a course that offices of a post are to take.',
    sets: { module: {}, title: { max: 200 }, scheme: {}, requiredOf: { max: 200 }, validityMonths: { max: 240 } },
    law: lawOfCommand,
  }),
});
