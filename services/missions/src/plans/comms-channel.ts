import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Link, Moment, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
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

export const commsChannels = aggregateOf(CommsChannel, {
  one: 'commsChannel',
  many: 'commsChannels',
  noun: 'channel',
  nouns: 'channels',
});
