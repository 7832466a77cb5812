import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { ClientError } from '@chancery/shared/errors';
import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { move } from '@chancery/shared/subgraph/aggregate/move-command';
import { Link, Moment, State, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import type { Incident } from '../incident.js';
import { OfIncident } from '../of-incident.js';
import { Mission } from '../references.js';
import { relationOf } from '../reporting/incident-values.js';
import { RequestChannel } from './responder-request.js';

const PROTECTION_MEASURES = [
  'FIXED_POST',
  'PATROLS',
  'CORDON',
  'ESCORT',
  'BARRIERS',
  'ROAD_CLOSURE',
  'DEMONSTRATION_BAN',
  'AIRSPACE_RESTRICTION',
  'INFORMATION',
] as const;
/** What is asked of the host. */
export const ProtectionMeasure = defineEnum(
  'ProtectionMeasure',
  'What is asked of the host.',
  PROTECTION_MEASURES,
  'a protection measure',
);
export type ProtectionMeasure = keyof typeof ProtectionMeasure;

const PROTECTION_ANSWERS = ['PENDING', 'GRANTED', 'GRANTED_IN_PART', 'REFUSED'] as const;
/** What the host answered. */
export const ProtectionAnswer = defineEnum(
  'ProtectionAnswer',
  'What the host answered.',
  PROTECTION_ANSWERS,
  'a protection answer',
);
export type ProtectionAnswer = keyof typeof ProtectionAnswer;

/** A request to the host for its special duty of protection, VCDR 22(2), 29, VCCR 31(3), 40, and its answer: proof of notice for both. */
@Recorded({
  name: 'ProtectionRequest',
  prefix: 'prq',
  says: 'A request to the host for its special duty of protection, VCDR 22(2), 29, VCCR 31(3), 40, and its answer: proof of notice for both.',
  rules: ['answered_at >= notified_at'],
})
export class ProtectionRequest extends Labelled {
  @Link(() => Mission, {
    is: 'RESPONSE_REQUEST',
    says: 'The post.',
    filter: true,
    inverse: { field: 'protectionRequests', is: 'EXISTENCE', says: 'What protection the host was asked for.' },
  })
  mission?: Mission | null;

  @OfIncident('protectionRequests', 'RESPONSE_REQUEST', 'Requests for protection that it led to.')
  incident?: Incident | null;

  @Text({ is: 'RESPONSE_REQUEST', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @State({ is: 'RESPONSE_REQUEST', says: 'State that is asked.', nullable: true, filter: true })
  receivingState!: string | null;

  @Word(ProtectionMeasure, { is: 'RESPONSE_REQUEST', says: 'What is asked.', filter: true })
  measure!: ProtectionMeasure;

  @Text({ is: 'RESPONSE_REQUEST', says: 'What is asked, in words.' })
  measures!: string;

  @Text({ is: 'INTEL_REPORT', says: 'Reference of the threat behind it.', nullable: true })
  threatRef!: string | null;

  @Word(RequestChannel, { is: 'RESPONSE_REQUEST', says: 'By which channel the host was told.', filter: true })
  channel!: RequestChannel;

  @Moment({ is: 'RESPONSE_REQUEST', says: 'When the host was told: from then on it knows.', order: true })
  notifiedAt!: Date;

  @Moment({ is: 'RESPONSE_REQUEST', says: 'By when an answer is asked for.', order: true, nullable: true })
  dueAt!: Date | null;

  @Word(ProtectionAnswer, { is: 'RESPONSE_REQUEST', says: 'What the host answered.', filter: true })
  answer!: ProtectionAnswer;

  @Text({ is: 'RESPONSE_REQUEST', says: 'Its answer, in words.', nullable: true })
  answerText!: string | null;

  @Moment({ is: 'RESPONSE_REQUEST', says: 'When it answered.', order: true, nullable: true })
  answeredAt!: Date | null;
}

const requestHostProtection = create<ProtectionRequest>()({
  field: 'requestHostProtection',
  says: 'Asks the host to protect a post: from then on it knows.',
  noun: 'request',
  inputSays:
    'What the host is asked for. It is labelled for the caller’s State and the host; an incident that is kept from the host cannot be named.',
  about: 'mission',
  sets: {
    mission: {},
    incident: { required: false, ofPost: true },
    receivingState: {
      says: 'State that is asked: for a post that is accredited to several, which of them.',
      required: false,
    },
    measure: {},
    measures: { max: 4000 },
    channel: {},
    dueAt: {},
    synthetic: { says: 'Made for an exercise, not a real record.', required: false },
  },
  law: lawOfCommand('requestHostProtection'),
  check: ({ dueAt }, { now }) => {
    if (dueAt === null || dueAt.getTime() > now) return;
    throw new ClientError('INPUT_INVALID', '`dueAt` is past', 'input.dueAt');
  },
  addressees: ({ receivingState }, making) => [relationOf(making, receivingState).receiving],
  complete: {
    reference: () => madeReference('H'),
    receivingState: ({ receivingState }, making) => relationOf(making, receivingState).receiving,
    notifiedAt: (_, { viewer: { now } }) => new Date(now),
  },
});

const answerProtectionRequest = move<ProtectionRequest>()({
  field: 'answerProtectionRequest',
  says: 'Answers a request for protection, for the host.',
  noun: 'answer',
  inputSays: 'What the host does of what it was asked for.',
  to: ['GRANTED', 'GRANTED_IN_PART', 'REFUSED'],
  sets: { answerText: { max: 4000 } },
  law: lawOfCommand('answerProtectionRequest'),
  complete: { answeredAt: (_, { viewer: { now } }) => new Date(now) },
});

export const protectionRequests = aggregateOf(ProtectionRequest, {
  one: 'protectionRequest',
  many: 'protectionRequests',
  noun: 'request for protection',
  nouns: 'requests for protection',
  watched: { posts: 'mission', types: ['measure', 'incident.type'] },
  states: {
    of: 'answer',
    first: 'PENDING',
    moves: {
      PENDING: ['GRANTED', 'GRANTED_IN_PART', 'REFUSED'],
      GRANTED: [],
      GRANTED_IN_PART: ['GRANTED'],
      REFUSED: ['GRANTED'],
    },
  },
  commands: [requestHostProtection, answerProtectionRequest],
});
