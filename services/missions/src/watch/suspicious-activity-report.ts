import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { ClientError } from '@chancery/shared/errors';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { retract } from '@chancery/shared/subgraph/aggregate/retract-command';
import { Link, Moment, Text } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import { Mission } from '../mission.js';
import { GuardPost } from './guard-post.js';

/** What looked suspicious around a post. */
@Recorded({ name: 'SuspiciousActivityReport', prefix: 'sar', says: 'What looked suspicious around a post.' })
export class SuspiciousActivityReport extends Labelled {
  @Text({
    is: 'SURVEILLANCE',
    says: 'Readable key, for example SAR-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Moment({ is: 'SURVEILLANCE', says: 'When it was seen.', filter: true, order: true })
  observedAt!: Date;

  @Text({ is: 'SURVEILLANCE', says: 'Where.', searchable: true })
  place!: string;

  @Text({ is: 'SURVEILLANCE', says: 'What was seen.', searchable: true })
  text!: string;

  @Text({ is: 'SURVEILLANCE', says: 'Authority that was told.', nullable: true })
  passedTo!: string | null;

  @Link(() => GuardPost, { is: 'SURVEILLANCE', says: 'Who saw it.', filter: true })
  guardPost?: GuardPost | null;

  @Link(() => Mission, {
    is: 'SURVEILLANCE',
    says: 'The post.',
    filter: true,
    inverse: {
      field: 'suspiciousActivityReports',
      is: 'EXISTENCE',
      says: 'Reports of suspicious activity of this post.',
    },
  })
  mission?: Mission | null;
}

const reportSuspiciousActivity = create<SuspiciousActivityReport>()({
  field: 'reportSuspiciousActivity',
  says: 'Reports what looked suspicious around a post.',
  noun: 'report',
  inputSays: 'What was seen around a post. It is labelled for the caller’s State.',
  about: 'mission',
  sets: {
    mission: {},
    guardPost: { ofPost: true, required: false },
    observedAt: {},
    place: { max: 400 },
    text: { max: 4000 },
    passedTo: { max: 200, required: false },
    synthetic: { says: 'Made for an exercise of this system, not real.', required: false },
  },
  law: lawOfCommand('reportSuspiciousActivity'),
  check: ({ observedAt }, { now }) => {
    if (observedAt.getTime() <= now) return;
    throw new ClientError('INPUT_INVALID', '`observedAt` has not come yet', 'input.observedAt');
  },
  complete: { reference: () => madeReference('SAR') },
});

export const suspiciousActivityReports = aggregateOf(SuspiciousActivityReport, {
  one: 'suspiciousActivityReport',
  many: 'suspiciousActivityReports',
  noun: 'report of suspicious activity',
  nouns: 'reports of suspicious activity',
  watched: { posts: 'mission' },
  commands: [
    reportSuspiciousActivity,
    retract<SuspiciousActivityReport>({
      field: 'retractSuspiciousActivityReport',
      record: 'report of suspicious activity',
      law: lawOfCommand('retractSuspiciousActivityReport'),
    }),
  ],
});
