import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { Link, Moment, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Detention } from './detention.js';

const CONTACTS = ['VISIT', 'CORRESPONDENCE', 'LEGAL_REPRESENTATION'] as const;
/** What a consular officer did for somebody who is held, VCCR 36(1)(c). */
export const ConsularContact = defineEnum(
  'ConsularContact',
  'What a consular officer did for somebody who is held, VCCR 36(1)(c).',
  CONTACTS,
  'a consular contact',
);
export type ConsularContact = keyof typeof ConsularContact;

/** That a consular officer visited, wrote to or found a lawyer for somebody who is held (VCCR 36(1)(c)): a record of the sending State, which the host does not see. */
@Recorded({
  name: 'ConsularVisit',
  prefix: 'cvs',
  says: 'That a consular officer visited, wrote to or found a lawyer for somebody who is held (VCCR 36(1)(c)): a record of the sending State.',
})
export class ConsularVisit extends Labelled {
  @Link(() => Detention, {
    is: 'CONSULAR_CASE',
    says: 'The detention.',
    filter: true,
    inverse: { field: 'consularVisits', is: 'EXISTENCE', says: 'What the post did for the person.' },
  })
  detention?: Detention | null;

  @Text({ is: 'CONSULAR_CASE', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @Word(ConsularContact, { is: 'CONSULAR_CASE', says: 'What was done.', filter: true })
  contact!: ConsularContact;

  @Moment({ is: 'CONSULAR_CASE', says: 'When.', filter: true, order: true })
  visitedAt!: Date;

  @Text({ is: 'CONSULAR_CASE', says: 'Code of the officer.' })
  officerRole!: string;

  @Text({ is: 'CONSULAR_CASE', says: 'How the person is, and what the person asked for.', nullable: true })
  account!: string | null;
}

export const consularVisits = aggregateOf(ConsularVisit, {
  one: 'consularVisit',
  many: 'consularVisits',
  noun: 'consular visit',
  nouns: 'consular visits',
  commands: keep<ConsularVisit>()({
    field: 'recordConsularVisit',
    of: 'ConsularVisit',
    says: 'Records what a consular officer did for somebody who is held.',
    sets: {
      contact: {},
      visitedAt: { time: 'PAST' },
      officerRole: { max: 40 },
      account: { max: 4000 },
    },
    about: 'detention',
    law: lawOfCommand,
  }),
});
