import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { ClientError } from '@chancery/shared/errors';
import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { Count, Moment, Text, Texts, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import type { Incident } from '../incident.js';
import { OfIncident } from '../of-incident.js';

const MEETING_BODYS = [
  'EMERGENCY_ACTION_COMMITTEE',
  'CRISIS_CELL',
  'COUNTRY_TEAM',
  'INTERAGENCY',
  'HOST_LIAISON',
] as const;
/** Who meets. */
export const MeetingBody = defineEnum('MeetingBody', 'Who meets.', MEETING_BODYS, 'a meeting body');
export type MeetingBody = keyof typeof MeetingBody;

/** A meeting of those who lead a response. */
@Recorded({
  name: 'Meeting',
  prefix: 'mtg',
  says: 'A meeting of those who lead a response.',
})
export class Meeting extends Labelled {
  @OfIncident('meetings', 'RESPONSE_RECORD', 'Meetings about it.')
  incident?: Incident | null;

  @Text({ is: 'RESPONSE_RECORD', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @Word(MeetingBody, { is: 'RESPONSE_RECORD', says: 'Who met.', filter: true })
  body!: MeetingBody;

  @Moment({ is: 'RESPONSE_RECORD', says: 'When.', order: true })
  heldAt!: Date;

  @Text({ is: 'RESPONSE_RECORD', says: 'Code of the post holder in the chair.' })
  chairRole!: string;

  @Texts({ is: 'RESPONSE_RECORD', says: 'What was spoken of.' })
  agenda!: string[];

  @Texts({ is: 'RESPONSE_RECORD', says: 'What was agreed, each with the role that does it.' })
  actions!: string[];

  @Count({ is: 'RESPONSE_RECORD', says: 'How many were there.', least: 1, order: true })
  attendance!: number;
}

const recordMeeting = create<Meeting>()({
  field: 'recordMeeting',
  says: 'Writes down what was agreed at a meeting of those who lead a response.',
  noun: 'meeting',
  inputSays: 'A meeting that was held. It is labelled for the caller’s State, joined with the incident.',
  about: 'incident',
  sets: {
    incident: {},
    body: {},
    heldAt: {},
    chairRole: { max: 40 },
    agenda: { max: 30, each: 400 },
    actions: { max: 50, each: 400 },
    attendance: { max: 1000 },
    synthetic: { says: 'Made for an exercise, not a real record.', required: false },
  },
  law: lawOfCommand('recordMeeting'),
  check: ({ heldAt }, { now }) => {
    if (heldAt.getTime() <= now) return;
    throw new ClientError('INPUT_INVALID', '`heldAt` is to come', 'input.heldAt');
  },
  complete: {
    reference: () => madeReference('MT'),
  },
});

export const meetings = aggregateOf(Meeting, {
  one: 'meeting',
  many: 'meetings',
  commands: [recordMeeting],
});
