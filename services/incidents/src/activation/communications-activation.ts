import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { Flag, Link, Moment, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import type { Incident } from '../incident.js';
import { OfIncident } from '../of-incident.js';
import { CommsChannel } from '../references.js';

const PACE_TIERS = ['PRIMARY', 'ALTERNATE', 'CONTINGENCY', 'EMERGENCY'] as const;
/** Order in which means of communication are used: primary, alternate, contingency, emergency. */
export const PaceTier = defineEnum(
  'PaceTier',
  'Order in which means of communication are used: primary, alternate, contingency, emergency.',
  PACE_TIERS,
  'a tier of a PACE plan',
);
export type PaceTier = keyof typeof PaceTier;

const CHANNEL_MEDIUMS = [
  'VHF_RADIO',
  'HF_RADIO',
  'SATELLITE_PHONE',
  'SECURE_VOICE',
  'SECURE_MESSAGING',
  'MOBILE_PHONE',
  'RUNNER',
] as const;
/** By what a channel runs. */
export const ChannelMedium = defineEnum(
  'ChannelMedium',
  'By what a channel runs.',
  CHANNEL_MEDIUMS,
  'a channel medium',
);
export type ChannelMedium = keyof typeof ChannelMedium;

/** A channel of the communications plan, opened for an incident, in the terms of ICS 205. */
@Recorded({
  name: 'CommunicationsActivation',
  prefix: 'cma',
  says: 'A channel of the communications plan, opened for an incident, in the terms of ICS 205.',
})
export class CommunicationsActivation extends Labelled {
  @OfIncident('channels', 'COMMS', 'Channels that were opened.')
  incident?: Incident | null;

  @Text({ is: 'COMMS', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @Word(PaceTier, { is: 'COMMS', says: 'Place in the PACE plan.', filter: true })
  tier!: PaceTier;

  @Word(ChannelMedium, { is: 'COMMS', says: 'By what it runs.', filter: true })
  medium!: ChannelMedium;

  @Text({ is: 'COMMS', says: 'Name of the net.', floor: 1 })
  netId!: string;

  @Link(() => CommsChannel, {
    is: 'COMMS',
    says: 'The channel itself, of the plan of communications of the post.',
    inverse: { field: 'activations', is: 'EXISTENCE', says: 'When it was opened.' },
  })
  channel?: CommsChannel | null;

  @Moment({ is: 'COMMS', says: 'Since when it is open.', order: true })
  openedAt!: Date;

  @Text({ is: 'COMMS', says: 'Code of the post holder who opened it.' })
  openedByRole!: string;

  @Moment({ is: 'COMMS', says: 'When it was last tested.', nullable: true })
  testedAt!: Date | null;

  @Flag({ is: 'COMMS', says: 'Whether the test succeeded.', filter: true })
  isWorking!: boolean;
}

const activateCommunications = create<CommunicationsActivation>()({
  field: 'activateCommunications',
  says: 'Opens a channel for an incident.',
  noun: 'opening',
  inputSays: 'A channel that is open from now on. It is labelled for the caller’s State, joined with the incident.',
  about: 'incident',
  sets: {
    incident: {},
    tier: {},
    medium: {},
    netId: { max: 40 },
    channel: { required: false, ofPost: true },
    openedByRole: { max: 40 },
    isWorking: {},
    synthetic: { says: 'Made for an exercise, not a real record.', required: false },
  },
  law: lawOfCommand('activateCommunications'),
  complete: {
    reference: () => madeReference('C'),
    openedAt: (_, { viewer: { now } }) => new Date(now),
    testedAt: (_, { viewer: { now } }) => new Date(now),
  },
});

export const communicationsActivations = aggregateOf(CommunicationsActivation, {
  one: 'communicationsActivation',
  many: 'communicationsActivations',
  noun: 'opening of a channel',
  nouns: 'openings of channels',
  commands: [activateCommunications],
});
