import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { ClientError } from '@chancery/shared/errors';
import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { move } from '@chancery/shared/subgraph/aggregate/move-command';
import { Count, Moment, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import type { Incident } from '../incident.js';
import { OfIncident } from '../of-incident.js';

const MOBILIZATION_STATUSS = ['REQUESTED', 'COMMITTED', 'EN_ROUTE', 'ON_SCENE', 'RELEASED', 'REFUSED'] as const;
/** Where a mobilisation stands. */
export const MobilizationStatus = defineEnum(
  'MobilizationStatus',
  'Where a mobilisation stands.',
  MOBILIZATION_STATUSS,
  'a mobilization status',
);
export type MobilizationStatus = keyof typeof MobilizationStatus;

const MOBILIZED_RESOURCES = [
  'SECURITY_TEAM',
  'QUICK_REACTION_FORCE',
  'MEDICAL_TEAM',
  'FIRE_ENGINE',
  'EVACUATION_TRANSPORT',
  'ARMOURED_VEHICLE',
  'COMMUNICATIONS_TEAM',
  'CYBER_TEAM',
  'CONSULAR_TEAM',
] as const;
/** What is called, by EDXL-RM and ICS resource typing. */
export const MobilizedResource = defineEnum(
  'MobilizedResource',
  'What is called, by EDXL-RM and ICS resource typing.',
  MOBILIZED_RESOURCES,
  'a mobilized resource',
);
export type MobilizedResource = keyof typeof MobilizedResource;

/** A resource that was called to an incident, with its times, in the terms of EDXL-RM and ICS 211. */
@Recorded({
  name: 'Mobilization',
  prefix: 'mob',
  says: 'A resource that was called to an incident, with its times, in the terms of EDXL-RM and ICS 211.',
  rules: ['arrived_at >= requested_at', 'released_at >= requested_at'],
})
export class Mobilization extends Labelled {
  @OfIncident('mobilizations', 'RESPONSE_RECORD', 'What was called, and when it came.')
  incident?: Incident | null;

  @Text({ is: 'RESPONSE_RECORD', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @Word(MobilizedResource, { is: 'RESPONSE_RECORD', says: 'What is called.', filter: true })
  resource!: MobilizedResource;

  @Count({ is: 'RESPONSE_RECORD', says: 'How many.', least: 1, order: true })
  quantity!: number;

  @Word(MobilizationStatus, { is: 'RESPONSE_RECORD', says: 'Where it stands.', filter: true })
  status!: MobilizationStatus;

  @Moment({ is: 'RESPONSE_RECORD', says: 'When it was asked for.', filter: true, order: true })
  requestedAt!: Date;

  @Moment({ is: 'RESPONSE_RECORD', says: 'When it is to arrive.', order: true, nullable: true })
  expectedAt!: Date | null;

  @Moment({ is: 'RESPONSE_RECORD', says: 'When it arrived.', order: true, nullable: true })
  arrivedAt!: Date | null;

  @Moment({ is: 'RESPONSE_RECORD', says: 'When it was let go.', order: true, nullable: true })
  releasedAt!: Date | null;

  @Text({ is: 'SECURITY_POSTURE', says: 'Where it stands, and under whom.', nullable: true })
  assignedTo!: string | null;
}

const mobilize = create<Mobilization>()({
  field: 'mobilize',
  says: 'Calls a resource to an incident.',
  noun: 'call',
  inputSays: 'A resource that is called from now on. It is labelled for the caller’s State, joined with the incident.',
  about: 'incident',
  sets: {
    incident: {},
    resource: {},
    quantity: { max: 10_000 },
    expectedAt: {},
    assignedTo: { max: 200 },
    synthetic: { says: 'Made for an exercise, not a real record.', required: false },
  },
  law: lawOfCommand('mobilize'),
  check: ({ expectedAt }, { now }) => {
    if (expectedAt === null || expectedAt.getTime() > now) return;
    throw new ClientError('INPUT_INVALID', '`expectedAt` is past', 'input.expectedAt');
  },
  complete: {
    reference: () => madeReference('M'),
    requestedAt: (_, { viewer: { now } }) => new Date(now),
  },
});

const advanceMobilization = move<Mobilization>()({
  field: 'advanceMobilization',
  says: 'Says that a resource that was called is on its way, or will not come.',
  noun: 'change',
  inputSays: 'Where a mobilisation stands now.',
  to: ['COMMITTED', 'EN_ROUTE', 'REFUSED'],
  sets: {
    expectedAt: { required: false },
  },
  law: lawOfCommand('advanceMobilization'),
});

const arriveMobilization = move<Mobilization>()({
  field: 'arriveMobilization',
  says: 'Says that a resource that was called is there.',
  noun: 'arrival',
  inputSays: 'A resource that has arrived.',
  to: ['ON_SCENE'],
  sets: {
    assignedTo: { max: 200, required: false },
  },
  law: lawOfCommand('arriveMobilization'),
  complete: {
    arrivedAt: (_, { viewer: { now } }) => new Date(now),
  },
});

const releaseMobilization = move<Mobilization>()({
  field: 'releaseMobilization',
  says: 'Lets a resource go.',
  noun: 'release',
  inputSays: 'A resource that is let go.',
  to: ['RELEASED'],
  sets: {},
  law: lawOfCommand('releaseMobilization'),
  complete: {
    releasedAt: (_, { viewer: { now } }) => new Date(now),
  },
});

export const mobilizations = aggregateOf(Mobilization, {
  one: 'mobilization',
  many: 'mobilizations',
  noun: 'mobilisation',
  nouns: 'mobilisations',
  states: {
    of: 'status',
    first: 'REQUESTED',
    moves: {
      REQUESTED: ['COMMITTED', 'EN_ROUTE', 'REFUSED'],
      COMMITTED: ['EN_ROUTE', 'ON_SCENE', 'RELEASED'],
      EN_ROUTE: ['ON_SCENE', 'RELEASED'],
      ON_SCENE: ['RELEASED'],
      RELEASED: [],
      REFUSED: [],
    },
  },
  commands: [mobilize, advanceMobilization, arriveMobilization, releaseMobilization],
});
