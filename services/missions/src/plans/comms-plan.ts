import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { amend } from '@chancery/shared/subgraph/aggregate/move-command';
import { Count, Day, Link, Text } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../mission.js';

/** Plan of communications of a post: what is used first, and what when that fails. */
@Recorded({
  name: 'CommsPlan',
  prefix: 'cpl',
  says: 'Plan of communications of a post: what is used first, and what when that fails.',
})
export class CommsPlan extends Labelled {
  @Text({
    is: 'COMMS',
    says: 'Readable key, for example CPL-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Text({ is: 'PREPAREDNESS', says: 'What it is called.', searchable: true })
  title!: string;

  @Count({ is: 'PREPAREDNESS', says: 'Version.', least: 0 })
  version!: number;

  @Text({ is: 'PREPAREDNESS', says: 'Office that approved it.', nullable: true })
  approvedBy!: string | null;

  @Day({ is: 'PREPAREDNESS', says: 'Day by which it is reviewed.', filter: true, order: true })
  reviewDue!: string;

  @Text({ is: 'COMMS', says: 'When to go over to the next tier.' })
  instruction!: string;

  @Link(() => Mission, {
    is: 'PREPAREDNESS',
    says: 'The post.',
    filter: true,
    inverse: { field: 'commsPlans', is: 'EXISTENCE', says: 'Plans of communications of this post.' },
  })
  mission?: Mission | null;
}

const approveCommsPlan = amend<CommsPlan>()({
  field: 'approveCommsPlan',
  says: 'Puts a plan of communications in force, under the agency that does so.',
  noun: 'approval',
  inputSays: 'A plan that is in force from now on.',
  sets: { reviewDue: { required: false, time: 'AHEAD' } },
  law: lawOfCommand('approveCommsPlan'),
  complete: { approvedBy: (_, { viewer: { profile } }) => profile.subject.agency },
});

export const commsPlans = aggregateOf(CommsPlan, {
  one: 'commsPlan',
  many: 'commsPlans',
  noun: 'plan of communications',
  nouns: 'plans of communications',
  commands: [
    ...keep<CommsPlan>()({
      field: 'draftCommsPlan',
      of: 'CommsPlan',
      says: 'Drafts a plan of communications of a post; it is in force when it is approved.',
      sets: { title: { max: 200 }, version: { max: 10_000 }, reviewDue: { time: 'AHEAD' }, instruction: { max: 4000 } },
      law: lawOfCommand,
    }),
    approveCommsPlan,
  ],
});
