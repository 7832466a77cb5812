import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { Link, Moment, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import type { Incident } from '../incident.js';
import { OfIncident } from '../of-incident.js';
import { EmergencyActionPlan } from '../references.js';

const PLAN_KINDS = [
  'EMERGENCY_ACTION_PLAN',
  'DRAWDOWN',
  'EVACUATION',
  'SHELTER_IN_PLACE',
  'CONTINUITY',
  'CYBER_RESPONSE',
  'MEDICAL',
] as const;
/** Which plan was put into force. */
export const PlanKind = defineEnum('PlanKind', 'Which plan was put into force.', PLAN_KINDS, 'a plan kind');
export type PlanKind = keyof typeof PlanKind;

const ACTIVATION_STATUSS = ['ACTIVE', 'STOOD_DOWN'] as const;
/** Where an activation stands. */
export const ActivationStatus = defineEnum(
  'ActivationStatus',
  'Where an activation stands.',
  ACTIVATION_STATUSS,
  'an activation status',
);
export type ActivationStatus = keyof typeof ActivationStatus;

/** An emergency action plan, or an annex of it, put into force for an incident. */
@Recorded({
  name: 'PlanActivation',
  prefix: 'pla',
  says: 'An emergency action plan, or an annex of it, put into force for an incident.',
  rules: ['stood_down_at >= activated_at'],
})
export class PlanActivation extends Labelled {
  @OfIncident('planActivations', 'RESPONSE_RECORD', 'Plans that were put into force.')
  incident?: Incident | null;

  @Text({ is: 'RESPONSE_RECORD', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @Word(PlanKind, { is: 'RESPONSE_RECORD', says: 'Which plan.', filter: true })
  plan!: PlanKind;

  @Text({ is: 'PREPAREDNESS', says: 'Reference of the plan and its version.' })
  planRef!: string;

  @Link(() => EmergencyActionPlan, {
    is: 'PREPAREDNESS',
    says: 'The plan itself, of those of the post.',
    inverse: { field: 'activations', is: 'EXISTENCE', says: 'When it was put into force.' },
  })
  emergencyActionPlan?: EmergencyActionPlan | null;

  @Text({ is: 'PREPAREDNESS', says: 'Annex, where only one was.', nullable: true })
  annex!: string | null;

  @Text({ is: 'PREPAREDNESS', says: 'What the plan says must have happened.', nullable: true })
  tripwire!: string | null;

  @Text({ is: 'RESPONSE_RECORD', says: 'Code of the post holder who put it into force.' })
  activatedByRole!: string;

  @Moment({ is: 'RESPONSE_RECORD', says: 'Since when.', order: true })
  activatedAt!: Date;

  @Moment({ is: 'RESPONSE_RECORD', says: 'Until when.', order: true, nullable: true })
  stoodDownAt!: Date | null;

  @Word(ActivationStatus, { is: 'RESPONSE_RECORD', says: 'Where it stands.', filter: true })
  status!: ActivationStatus;
}

const activatePlan = create<PlanActivation>()({
  field: 'activatePlan',
  says: 'Puts a plan into force for an incident.',
  noun: 'activation',
  inputSays: 'A plan that is in force from now on. It is labelled for the caller’s State, joined with the incident.',
  about: 'incident',
  sets: {
    incident: {},
    plan: {},
    planRef: { max: 100 },
    emergencyActionPlan: { required: false, ofPost: true },
    annex: { max: 200 },
    tripwire: { max: 400 },
    activatedByRole: { max: 40 },
    synthetic: { says: 'Made for an exercise, not a real record.', required: false },
  },
  law: lawOfCommand('activatePlan'),
  complete: {
    reference: () => madeReference('P'),
    activatedAt: (_, { viewer: { now } }) => new Date(now),
    status: () => 'ACTIVE',
  },
});

export const planActivations = aggregateOf(PlanActivation, {
  one: 'planActivation',
  many: 'planActivations',
  noun: 'activation of a plan',
  nouns: 'activations of plans',
  watched: { posts: 'incident.mission', types: ['plan', 'incident.type'] },
  commands: [activatePlan],
});
