import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Day, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import type { Incident } from '../incident.js';
import { OfIncident } from '../of-incident.js';

const LESSON_TOPICS = [
  'EARLY_WARNING',
  'ACCESS_CONTROL',
  'COMMUNICATIONS',
  'COMMAND',
  'HOST_LIAISON',
  'EVACUATION',
  'MEDICAL',
  'CYBER',
  'ARCHIVES',
  'LAW',
] as const;
/** What a lesson is about. */
export const LessonTopic = defineEnum('LessonTopic', 'What a lesson is about.', LESSON_TOPICS, 'a lesson topic');
export type LessonTopic = keyof typeof LessonTopic;

/** A lesson that other posts can use. */
@Recorded({
  name: 'LessonLearned',
  prefix: 'lsn',
  says: 'A lesson that other posts can use.',
})
export class LessonLearned extends Labelled {
  @OfIncident('lessons', 'RESPONSE_RECORD', 'What was learnt of it.')
  incident?: Incident | null;

  @Text({ is: 'PREPAREDNESS', says: 'Readable key.', filter: true })
  reference!: string;

  @Word(LessonTopic, { is: 'PREPAREDNESS', says: 'What it is about.', filter: true })
  topic!: LessonTopic;

  @Text({ is: 'RESPONSE_RECORD', says: 'What was seen.' })
  observation!: string;

  @Text({ is: 'PREPAREDNESS', says: 'What follows for others.' })
  lesson!: string;

  @Day({ is: 'PREPAREDNESS', says: 'When it was recorded.', order: true })
  recordedOn!: string;
}

export const lessons = aggregateOf(LessonLearned, {
  one: 'lesson',
  many: 'lessons',
});
