import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { Count, Day, Link, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../mission.js';
import { AssessmentTopic } from './vocabulary.js';

/** How the people of a post think and decide, as a survey without names found it. */
@Recorded({
  name: 'Assessment',
  prefix: 'asm',
  says: 'How the people of a post think and decide, as a survey without names found it.',
  rules: ['score <= 100'],
})
export class Assessment extends Labelled {
  @Text({
    is: 'PREPAREDNESS',
    says: 'Readable key, for example ASM-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Word(AssessmentTopic, { is: 'PREPAREDNESS', says: 'What was assessed.', filter: true })
  topic!: AssessmentTopic;

  @Day({ is: 'PREPAREDNESS', says: 'Day of the survey.', filter: true, order: true })
  assessedOn!: string;

  @Count({ is: 'PREPAREDNESS', says: 'How many answered.', least: 0 })
  answers!: number;

  @Count({ is: 'PREPAREDNESS', says: 'From 0 to 100.', least: 0, order: true })
  score!: number;

  @Text({ is: 'PREPAREDNESS', says: 'What it found.', searchable: true })
  summary!: string;

  @Link(() => Mission, {
    is: 'PREPAREDNESS',
    says: 'The post.',
    filter: true,
    inverse: { field: 'assessments', is: 'EXISTENCE', says: 'Assessments of this post.' },
  })
  mission?: Mission | null;
}

export const assessments = aggregateOf(Assessment, {
  one: 'assessment',
  many: 'assessments',
  noun: 'assessment',
  nouns: 'assessments',
  commands: keep<Assessment>()({
    field: 'recordAssessment',
    of: 'Assessment',
    says: 'Records what a survey without names found of how the people of a post think and decide.',
    sets: {
      topic: {},
      assessedOn: { time: 'PAST' },
      answers: { max: 100_000 },
      score: { max: 100 },
      summary: { max: 4000 },
    },
    law: lawOfCommand,
  }),
});
