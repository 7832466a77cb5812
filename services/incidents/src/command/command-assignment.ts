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

const COMMAND_ROLES = [
  'INCIDENT_COMMANDER',
  'DEPUTY_COMMANDER',
  'OPERATIONS_SECTION_CHIEF',
  'PLANNING_SECTION_CHIEF',
  'LOGISTICS_SECTION_CHIEF',
  'FINANCE_SECTION_CHIEF',
  'SAFETY_OFFICER',
  'LIAISON_OFFICER',
  'PUBLIC_INFORMATION_OFFICER',
  'LEGAL_ADVISER',
  'COMMUNICATIONS_UNIT_LEADER',
] as const;
/** A place in the command structure of an incident: ICS, with the places that a mission adds. */
export const CommandRole = defineEnum(
  'CommandRole',
  'A place in the command structure of an incident: ICS, with the places that a mission adds.',
  COMMAND_ROLES,
  'a command role',
);
export type CommandRole = keyof typeof CommandRole;

/** A place in the command structure of an incident, in the terms of ICS 203. */
@Recorded({
  name: 'CommandAssignment',
  prefix: 'cas',
  says: 'A place in the command structure of an incident, in the terms of ICS 203.',
  rules: ['until_at > since_at'],
})
export class CommandAssignment extends Labelled {
  @OfIncident('commandStructure', 'RESPONSE_RECORD', 'Who leads the response, by place.')
  incident?: Incident | null;

  @Text({ is: 'RESPONSE_RECORD', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @Word(CommandRole, { is: 'RESPONSE_RECORD', says: 'The place.', filter: true })
  role!: CommandRole;

  @Text({ is: 'RESPONSE_RECORD', says: 'Code of the post holder in it, never a name.', filter: true })
  holderRole!: string;

  @Word(CommandRole, { is: 'RESPONSE_RECORD', says: 'The place above it.', nullable: true })
  reportsTo!: CommandRole | null;

  @Moment({ is: 'RESPONSE_RECORD', says: 'Since when.', order: true })
  sinceAt!: Date;

  @Moment({ is: 'RESPONSE_RECORD', says: 'Until when.', nullable: true })
  untilAt!: Date | null;
}

const assignCommand = create<CommandAssignment>()({
  field: 'assignCommand',
  says: 'Puts a post holder in a place of the command structure.',
  noun: 'assignment',
  inputSays: 'A place and who is in it. It is labelled for the caller’s State, joined with the incident.',
  about: 'incident',
  sets: {
    incident: {},
    role: {},
    holderRole: { max: 40 },
    reportsTo: {},
    synthetic: { says: 'Made for an exercise, not a real record.', required: false },
  },
  law: lawOfCommand('assignCommand'),
  check: ({ role, reportsTo }) => {
    if (role !== reportsTo) return;
    throw new ClientError('INPUT_INVALID', 'no place reports to itself', 'input.reportsTo');
  },
  complete: {
    reference: () => madeReference('C'),
    sinceAt: (_, { viewer: { now } }) => new Date(now),
  },
});

const endCommand = amend<CommandAssignment>()({
  field: 'endCommand',
  says: 'Says that a post holder is in a place no longer; once it was said it stays as it was.',
  noun: 'end',
  inputSays: 'A place that is left.',
  sets: {},
  law: lawOfCommand('endCommand'),
  complete: {
    untilAt: (_, { viewer: { now }, record }) =>
      record.untilAt ?? new Date(Math.max(now, record.sinceAt.getTime() + 1)),
  },
});

export const commandAssignments = aggregateOf(CommandAssignment, {
  one: 'commandAssignment',
  many: 'commandAssignments',
  noun: 'place in the command structure',
  nouns: 'places in the command structure',
  commands: [assignCommand, endCommand],
});
