import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { enter } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { amend } from '@chancery/shared/subgraph/aggregate/move-command';
import { Flag, Link, Moment, Text } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { AuthorityGrant } from './authority-grant.js';

/** An authority that its holder has passed on for a time. */
@Recorded({
  name: 'Delegation',
  prefix: 'dlg',
  says: 'An authority that its holder has passed on for a time.',
  rules: ['until_at > from_at'],
})
export class Delegation extends Labelled {
  @Link(() => AuthorityGrant, {
    is: 'RESPONSE_RECORD',
    says: 'The authority.',
    filter: true,
    inverse: { field: 'delegations', is: 'EXISTENCE', says: 'To whom it was passed on.' },
  })
  grant?: AuthorityGrant | null;

  @Text({ is: 'RESPONSE_RECORD', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @Text({ is: 'RESPONSE_RECORD', says: 'Code of the post holder who has it meanwhile.', filter: true })
  toRole!: string;

  @Moment({ is: 'RESPONSE_RECORD', says: 'Since when.', order: true })
  fromAt!: Date;

  @Moment({ is: 'RESPONSE_RECORD', says: 'Until when.', nullable: true })
  untilAt!: Date | null;

  @Flag({ is: 'LEGAL_ACT', says: 'Whether it was given in writing.', filter: true })
  isWritten!: boolean;

  @Text({ is: 'RESPONSE_RECORD', says: 'Why.' })
  reason!: string;
}

const endDelegation = amend<Delegation>()({
  field: 'endDelegation',
  says: 'Says that an authority that was passed on is back with its holder; once it was said it stays as it was.',
  noun: 'end',
  inputSays: 'A delegation that ends now.',
  sets: {},
  law: lawOfCommand('endDelegation'),
  complete: {
    untilAt: (_, { viewer: { now }, record: { untilAt, fromAt } }) =>
      untilAt !== null && untilAt.getTime() <= now ? untilAt : new Date(Math.max(now, fromAt.getTime() + 1)),
  },
});

export const delegations = aggregateOf(Delegation, {
  one: 'delegation',
  many: 'delegations',
  commands: [
    enter<Delegation>()({
      field: 'delegateAuthority',
      says: 'Passes an authority on for a time.',
      about: 'grant',
      sets: { toRole: { max: 40 }, fromAt: {}, untilAt: {}, isWritten: {}, reason: { max: 1000 } },
      law: lawOfCommand,
    }),
    endDelegation,
  ],
});
