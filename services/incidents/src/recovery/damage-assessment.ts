import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { dayOf } from '@chancery/shared/calendar';
import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { amend } from '@chancery/shared/subgraph/aggregate/move-command';
import { retract } from '@chancery/shared/subgraph/aggregate/retract-command';
import { Count, Day, Moment, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import type { Incident } from '../incident.js';
import { OfIncident } from '../of-incident.js';

const DAMAGE_LEVELS = ['NONE', 'MINOR', 'MAJOR', 'DESTROYED'] as const;
/** How bad a damage is. */
export const DamageLevel = defineEnum('DamageLevel', 'How bad a damage is.', DAMAGE_LEVELS, 'a damage level');
export type DamageLevel = keyof typeof DamageLevel;

/** What an incident has damaged, and when the post may be used again. */
@Recorded({
  name: 'DamageAssessment',
  prefix: 'dmg',
  says: 'What an incident has damaged, and when the post may be used again.',
})
export class DamageAssessment extends Labelled {
  @OfIncident('damage', 'RESPONSE_RECORD', 'What was damaged.')
  incident?: Incident | null;

  @Text({ is: 'RESPONSE_RECORD', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @Moment({ is: 'RESPONSE_RECORD', says: 'When it was looked at.', order: true })
  assessedAt!: Date;

  @Word(DamageLevel, { is: 'RESPONSE_RECORD', says: 'How bad it is.', filter: true })
  level!: DamageLevel;

  @Text({ is: 'PREMISES_INTERIOR', says: 'Which part of the premises.' })
  part!: string;

  @Text({ is: 'PREMISES_INTERIOR', says: 'What was found.', searchable: true })
  text!: string;

  @Count({
    is: 'RESPONSE_RECORD',
    says: 'Estimate of the cost, in units of the currency.',
    least: 0,
    order: true,
    nullable: true,
  })
  costEstimate!: number | null;

  @Text({ is: 'RESPONSE_RECORD', says: 'Currency, ISO 4217.', length: 3, nullable: true })
  currency!: string | null;

  @Text({ is: 'RESPONSE_RECORD', says: 'What was decided about reopening.', nullable: true })
  reopeningDecision!: string | null;

  @Day({ is: 'RESPONSE_RECORD', says: 'When it was used again.', order: true, nullable: true })
  reopenedOn!: string | null;
}

const assessDamage = create<DamageAssessment>()({
  field: 'assessDamage',
  says: 'Says what an incident has damaged.',
  noun: 'assessment',
  inputSays: 'What was found. It is labelled for the caller’s State, joined with the incident.',
  about: 'incident',
  sets: {
    incident: {},
    level: {},
    part: { max: 400 },
    text: { max: 4000 },
    costEstimate: {},
    currency: {},
    synthetic: { says: 'Made for an exercise, not a real record.', required: false },
  },
  law: lawOfCommand('assessDamage'),
  complete: {
    reference: () => madeReference('DM'),
    assessedAt: (_, { viewer: { now } }) => new Date(now),
  },
});

const reopenPremises = amend<DamageAssessment>()({
  field: 'reopenPremises',
  says: 'Says that a damaged part is used again, and by what decision.',
  noun: 'reopening',
  inputSays: 'What was decided of a part that is used again.',
  sets: {
    reopeningDecision: { max: 2000 },
  },
  law: lawOfCommand('reopenPremises'),
  complete: {
    reopenedOn: (_, { viewer: { now } }) => dayOf(now),
  },
});

export const damageAssessments = aggregateOf(DamageAssessment, {
  one: 'damageAssessment',
  many: 'damageAssessments',
  noun: 'assessment of damage',
  nouns: 'assessments of damage',
  watched: { posts: 'incident.mission', types: ['incident.type'] },
  commands: [
    assessDamage,
    reopenPremises,
    retract<DamageAssessment>({
      field: 'retractDamageAssessment',
      record: 'assessment of damage',
      law: lawOfCommand('retractDamageAssessment'),
    }),
  ],
});
