import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { Count, Flag, Moment, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import type { Incident } from '../incident.js';
import { OfIncident } from '../of-incident.js';
import { IncidentSeverity } from '../vocabulary.js';

const INCIDENT_SCALES = ['SINGLE_ROOM', 'BUILDING', 'COMPOUND', 'CITY', 'COUNTRY'] as const;
/** How far an incident reaches. */
export const IncidentScale = defineEnum(
  'IncidentScale',
  'How far an incident reaches.',
  INCIDENT_SCALES,
  'an incident scale',
);
export type IncidentScale = keyof typeof IncidentScale;

const INCIDENT_TRENDS = ['IMPROVING', 'STABLE', 'WORSENING', 'UNCLEAR'] as const;
/** Which way an incident goes. */
export const IncidentTrend = defineEnum(
  'IncidentTrend',
  'Which way an incident goes.',
  INCIDENT_TRENDS,
  'an incident trend',
);
export type IncidentTrend = keyof typeof IncidentTrend;

/** The first assessment of an incident, in the terms of ICS 201. */
@Recorded({
  name: 'InitialAssessment',
  prefix: 'ias',
  says: 'The first assessment of an incident, in the terms of ICS 201.',
})
export class InitialAssessment extends Labelled {
  @OfIncident('assessments', 'RESPONSE_RECORD', 'Its assessments, the first and later ones.')
  incident?: Incident | null;

  @Text({ is: 'RESPONSE_RECORD', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @Moment({ is: 'RESPONSE_RECORD', says: 'When it was made.', order: true })
  assessedAt!: Date;

  @Text({ is: 'RESPONSE_RECORD', says: 'Code of the post holder who made it.' })
  assessedByRole!: string;

  @Flag({ is: 'RESPONSE_RECORD', says: 'Whether lives are in danger.', filter: true })
  lifeThreat!: boolean;

  @Word(IncidentScale, { is: 'RESPONSE_RECORD', says: 'How far it reaches.', filter: true })
  scale!: IncidentScale;

  @Word(IncidentTrend, { is: 'RESPONSE_RECORD', says: 'Which way it goes.', filter: true })
  trend!: IncidentTrend;

  @Word(IncidentSeverity, { is: 'RESPONSE_RECORD', says: 'How bad it is.', filter: true })
  severity!: IncidentSeverity;

  @Count({
    is: 'RESPONSE_RECORD',
    says: 'How many people are in danger, as far as is known.',
    least: 0,
    order: true,
    nullable: true,
  })
  peopleAtRisk!: number | null;

  @Text({ is: 'RESPONSE_RECORD', says: 'What is known, what is not, and what is done first.', searchable: true })
  text!: string;
}

const assessIncident = create<InitialAssessment>()({
  field: 'assessIncident',
  says: 'Assesses an incident.',
  noun: 'assessment',
  inputSays: 'What is known of an incident. It is labelled for the caller’s State, joined with the incident.',
  about: 'incident',
  sets: {
    incident: {},
    assessedByRole: { max: 40 },
    lifeThreat: {},
    scale: {},
    trend: {},
    severity: {},
    peopleAtRisk: { max: 1_000_000 },
    text: { max: 4000 },
    synthetic: { says: 'Made for an exercise, not a real record.', required: false },
  },
  law: lawOfCommand('assessIncident'),
  complete: { reference: () => madeReference('A'), assessedAt: (_, { viewer: { now } }) => new Date(now) },
});

export const initialAssessments = aggregateOf(InitialAssessment, {
  one: 'initialAssessment',
  many: 'initialAssessments',
  noun: 'assessment',
  nouns: 'assessments',
  watched: { posts: 'incident.mission', types: ['incident.type'] },
  commands: [assessIncident],
});
