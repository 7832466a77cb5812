import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { dayOf } from '@chancery/shared/calendar';
import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { retract } from '@chancery/shared/subgraph/aggregate/retract-command';
import { Day, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
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

  @Text({ is: 'PREPAREDNESS', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @Word(LessonTopic, { is: 'PREPAREDNESS', says: 'What it is about.', filter: true })
  topic!: LessonTopic;

  @Text({ is: 'RESPONSE_RECORD', says: 'What was seen.', searchable: true })
  observation!: string;

  @Text({ is: 'PREPAREDNESS', says: 'What follows for others.', searchable: true })
  lesson!: string;

  @Day({ is: 'PREPAREDNESS', says: 'When it was recorded.', order: true })
  recordedOn!: string;
}

const recordLesson = create<LessonLearned>()({
  field: 'recordLesson',
  says: 'Records what others can learn of an incident.',
  noun: 'lesson',
  inputSays: 'A lesson. It is labelled for the caller’s State, joined with the incident.',
  about: 'incident',
  sets: {
    incident: {},
    topic: {},
    observation: { max: 4000 },
    lesson: { max: 2000 },
    synthetic: { says: 'Made for an exercise, not a real record.', required: false },
  },
  law: lawOfCommand('recordLesson'),
  complete: {
    reference: () => madeReference('LL'),
    recordedOn: (_, { viewer: { now } }) => dayOf(now),
  },
});

export const lessons = aggregateOf(LessonLearned, {
  one: 'lesson',
  many: 'lessons',
  watched: { posts: 'incident.mission', types: ['topic', 'incident.type'] },
  commands: [
    recordLesson,
    retract<LessonLearned>({ field: 'retractLesson', record: 'lesson', law: lawOfCommand('retractLesson') }),
  ],
});
