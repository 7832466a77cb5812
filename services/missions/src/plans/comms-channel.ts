import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { checkCommunicationAsset } from '@chancery/policy/writes/wireless-transmitter';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { amend } from '@chancery/shared/subgraph/aggregate/move-command';
import { Link, Moment, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { checkVerdict } from '@chancery/shared/subgraph/writing/check-verdict';
import { Mission } from '../mission.js';
import { CommsPlan } from './comms-plan.js';
import { ChannelStatus, CommsMedium, PaceTier } from './vocabulary.js';

/** Channel of a plan of communications. */
@Recorded({ name: 'CommsChannel', prefix: 'cch', says: 'Channel of a plan of communications.' })
export class CommsChannel extends Labelled {
  @Text({
    is: 'COMMS',
    says: 'Readable key, for example CCH-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Word(PaceTier, { is: 'COMMS', says: 'When it is used.', filter: true })
  tier!: PaceTier;

  @Word(CommsMedium, { is: 'COMMS', says: 'By what it runs.', filter: true })
  medium!: CommsMedium;

  @Text({ is: 'COMMS', says: 'Net, number or frequency.' })
  netId!: string;

  @Text({ is: 'COMMS', says: 'Call sign of the post.', nullable: true })
  callSign!: string | null;

  @Text({ is: 'COMMS', says: 'Reference of the key, never the key.', nullable: true })
  keyRef!: string | null;

  @Text({
    is: 'LEGAL_ACT',
    says: 'Consent of the receiving State to a wireless transmitter (VCDR 27(1); VCCR 35(1)).',
    nullable: true,
  })
  consentRef!: string | null;

  @Moment({ is: 'PREPAREDNESS', says: 'When it was last tested.', nullable: true, filter: true, order: true })
  testedAt!: Date | null;

  @Word(ChannelStatus, { is: 'PREPAREDNESS', says: 'How it works.', filter: true })
  status!: ChannelStatus;

  @Link(() => CommsPlan, {
    is: 'COMMS',
    says: 'The plan that it is part of.',
    filter: true,
    inverse: { field: 'channels', is: 'EXISTENCE', says: 'Channels of it.' },
  })
  plan?: CommsPlan | null;

  @Link(() => Mission, {
    is: 'PREPAREDNESS',
    says: 'The post.',
    filter: true,
    inverse: { field: 'commsChannels', is: 'EXISTENCE', says: 'Channels of this post.' },
  })
  mission?: Mission | null;
}

/** What of a channel sends by itself; a mobile telephone is the network's. */
const TRANSMITTERS: ReadonlySet<CommsMedium> = new Set(['VHF_RADIO', 'HF_RADIO', 'SATELLITE_TELEPHONE']);

interface Transmitting {
  readonly medium: CommsMedium | null;
  readonly consentRef: string | null;
}

function checkTransmitter({ medium, consentRef }: Transmitting): void {
  const type = medium !== null && TRANSMITTERS.has(medium) ? 'WIRELESS_TRANSMITTER' : 'LINE';
  checkVerdict(checkCommunicationAsset({ type, receivingStateConsentRef: consentRef }, 'MISSION'));
}

const testChannel = amend<CommsChannel>()({
  field: 'testChannel',
  says: 'Says how a channel works, as a test found now.',
  noun: 'test',
  inputSays: 'What a test of a channel found.',
  sets: { status: {} },
  law: lawOfCommand('testChannel'),
  complete: { testedAt: (_, { viewer: { now } }) => new Date(now) },
});

export const commsChannels = aggregateOf(CommsChannel, {
  one: 'commsChannel',
  many: 'commsChannels',
  noun: 'channel',
  nouns: 'channels',
  commands: [
    ...keep<CommsChannel>()({
      field: 'openChannel',
      of: 'CommsChannel',
      says: 'Opens a channel of a plan of communications; a wireless transmitter names the consent of the receiving State (VCDR 27(1); VCCR 35(1)).',
      sets: {
        plan: { ofPost: true },
        tier: {},
        medium: {},
        netId: { max: 80 },
        callSign: { max: 40 },
        keyRef: { max: 80 },
        consentRef: { max: 200 },
      },
      check: checkTransmitter,
      complete: { status: () => 'UNTESTED' },
      law: lawOfCommand,
    }),
    testChannel,
  ],
});
