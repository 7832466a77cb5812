import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Moment, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import type { Incident } from '../incident.js';
import { OfIncident } from '../of-incident.js';

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

  @Text({ is: 'RESPONSE_REQUEST', says: 'Readable key.', filter: true })
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

export const responderRequests = aggregateOf(ResponderRequest, {
  one: 'responderRequest',
  many: 'responderRequests',
  noun: 'request to responders',
  nouns: 'requests to responders',
});
