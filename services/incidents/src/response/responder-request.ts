import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { ClientError } from '@chancery/shared/errors';
import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { amend } from '@chancery/shared/subgraph/aggregate/move-command';
import { Moment, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import type { Incident } from '../incident.js';
import { OfIncident } from '../of-incident.js';
import { relationOf } from '../reporting/incident-values.js';

const RESPONDER_AGENCYS = [
  'HOST_POLICE',
  'HOST_FIRE_SERVICE',
  'HOST_MEDICAL_SERVICE',
  'HOST_BOMB_DISPOSAL',
  'HOST_CIVIL_PROTECTION',
] as const;
/** Who is called. */
export const ResponderAgency = defineEnum('ResponderAgency', 'Who is called.', RESPONDER_AGENCYS, 'a responder agency');
export type ResponderAgency = keyof typeof ResponderAgency;

const REQUEST_CHANNELS = [
  'FOREIGN_MINISTRY',
  'EMERGENCY_NUMBER',
  'LIAISON_OFFICER',
  'DUTY_OFFICER',
  'NOTE_VERBALE',
] as const;
/** By which channel a request runs. */
export const RequestChannel = defineEnum(
  'RequestChannel',
  'By which channel a request runs.',
  REQUEST_CHANNELS,
  'a request channel',
);
export type RequestChannel = keyof typeof RequestChannel;

const ENTRY_GROUNDS = ['NO_ENTRY', 'EXPRESS_CONSENT', 'ASSUMED_CONSENT'] as const;
/** On what ground responders may enter. */
export const EntryGround = defineEnum(
  'EntryGround',
  'On what ground responders may enter.',
  ENTRY_GROUNDS,
  'an entry ground',
);
export type EntryGround = keyof typeof EntryGround;

/** A call on the police, the fire service or medical services of the host, and on what ground they may enter. */
@Recorded({
  name: 'ResponderRequest',
  prefix: 'rsp',
  says: 'A call on the police, the fire service or medical services of the host, and on what ground they may enter.',
})
export class ResponderRequest extends Labelled {
  @OfIncident('responderRequests', 'RESPONSE_REQUEST', 'Calls on responders of the host.')
  incident?: Incident | null;

  @Text({ is: 'RESPONSE_REQUEST', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @Word(ResponderAgency, { is: 'RESPONSE_REQUEST', says: 'Who is called.', filter: true })
  agency!: ResponderAgency;

  @Word(RequestChannel, { is: 'RESPONSE_REQUEST', says: 'By which channel.', filter: true })
  channel!: RequestChannel;

  @Text({ is: 'RESPONSE_REQUEST', says: 'What is asked of them.' })
  ask!: string;

  @Word(EntryGround, {
    is: 'RESPONSE_REQUEST',
    says: 'On what ground they may enter; consent is assumed at a consular post alone, and only for fire or the like (VCCR 31(2)).',
    filter: true,
  })
  entryGround!: EntryGround;

  @Text({ is: 'RESPONSE_REQUEST', says: 'Code of the head of post who consented.', nullable: true })
  entryConsentByRole!: string | null;

  @Moment({ is: 'RESPONSE_REQUEST', says: 'When.', order: true })
  requestedAt!: Date;

  @Moment({ is: 'RESPONSE_REQUEST', says: 'When they answered.', order: true, nullable: true })
  answeredAt!: Date | null;

  @Moment({ is: 'RESPONSE_REQUEST', says: 'When they arrived.', order: true, nullable: true })
  arrivedAt!: Date | null;

  @Text({ is: 'RESPONSE_REQUEST', says: 'What they answered.', nullable: true })
  answer!: string | null;
}

const callResponders = create<ResponderRequest>()({
  field: 'callResponders',
  says: 'Calls police, fire service or medical services of the host, and says on what ground they may enter.',
  noun: 'call',
  inputSays:
    'A call. It is labelled for the caller’s State and the host; an incident that is kept from the host cannot be named.',
  about: 'incident',
  sets: {
    incident: {},
    agency: {},
    channel: {},
    ask: { max: 2000 },
    entryGround: {},
    entryConsentByRole: { max: 40 },
    synthetic: { says: 'Made for an exercise, not a real record.', required: false },
  },
  law: lawOfCommand('callResponders'),
  check: ({ entryGround, entryConsentByRole }) => {
    if ((entryGround === 'EXPRESS_CONSENT') === (entryConsentByRole !== null)) return;
    throw new ClientError(
      'INPUT_INVALID',
      'who consented is said of an express consent, and of no other ground',
      'input.entryConsentByRole',
    );
  },
  addressees: (_, making) => [relationOf(making, null).receiving],
  complete: {
    reference: () => madeReference('RR'),
    requestedAt: (_, { viewer: { now } }) => new Date(now),
  },
});

const answerCall = amend<ResponderRequest>()({
  field: 'answerCall',
  says: 'Answers a call on responders, for the host.',
  noun: 'answer',
  inputSays: 'What responders do of what was asked of them.',
  sets: {
    answer: { max: 2000 },
  },
  law: lawOfCommand('answerCall'),
  complete: {
    answeredAt: (_, { viewer: { now }, record }) => record.answeredAt ?? new Date(now),
  },
});

const reportArrival = amend<ResponderRequest>()({
  field: 'reportArrival',
  says: 'Says that responders are there.',
  noun: 'arrival',
  inputSays: 'Responders who have arrived.',
  sets: {},
  law: lawOfCommand('reportArrival'),
  complete: {
    arrivedAt: (_, { viewer: { now }, record }) => record.arrivedAt ?? new Date(now),
  },
});

export const responderRequests = aggregateOf(ResponderRequest, {
  one: 'responderRequest',
  many: 'responderRequests',
  noun: 'request to responders',
  nouns: 'requests to responders',
  commands: [callResponders, answerCall, reportArrival],
});
