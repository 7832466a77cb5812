import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { Count, Day, Link, Text, Texts } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../mission.js';
import { CommsChannel } from './comms-channel.js';

/** Who is told what in which order. */
@Recorded({ name: 'NotificationTree', prefix: 'ntr', says: 'Who is told what in which order.' })
export class NotificationTree extends Labelled {
  @Text({
    is: 'PREPAREDNESS',
    says: 'Readable key, for example NTR-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Text({ is: 'PREPAREDNESS', says: 'What it is called.', searchable: true })
  name!: string;

  @Text({ is: 'PREPAREDNESS', says: 'What sets it off.' })
  trigger!: string;

  @Texts({ is: 'PREPAREDNESS', says: 'Offices in the order in which they are called.' })
  roles!: string[];

  @Count({ is: 'PREPAREDNESS', says: 'Minutes within which everybody is reached.', least: 0, order: true })
  minutes!: number;

  @Day({ is: 'PREPAREDNESS', says: 'Day of the last test.', nullable: true, filter: true })
  testedOn!: string | null;

  @Link(() => CommsChannel, { is: 'COMMS', says: 'Channel by which they are called.', filter: true })
  channel?: CommsChannel | null;

  @Link(() => Mission, {
    is: 'PREPAREDNESS',
    says: 'The post.',
    filter: true,
    inverse: { field: 'notificationTrees', is: 'EXISTENCE', says: 'Notification trees of this post.' },
  })
  mission?: Mission | null;
}

export const notificationTrees = aggregateOf(NotificationTree, {
  one: 'notificationTree',
  many: 'notificationTrees',
  noun: 'notification tree',
  nouns: 'notification trees',
  commands: keep<NotificationTree>()({
    field: 'draftNotificationTree',
    of: 'NotificationTree',
    says: 'Says who of a post is told what in which order.',
    sets: {
      channel: { ofPost: true, required: false },
      name: { max: 200 },
      trigger: { max: 400 },
      roles: { max: 100, each: 80 },
      minutes: { max: 10_000 },
      testedOn: { time: 'PAST' },
    },
    law: lawOfCommand,
  }),
});
