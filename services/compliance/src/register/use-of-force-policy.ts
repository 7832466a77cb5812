import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../references.js';

/** Where force would be used. */
export const UseOfForcePlace = defineEnum(
  'UseOfForcePlace',
  'Where force would be used.',
  ['INSIDE_PREMISES', 'OUTSIDE_PREMISES'],
  'a place of force',
);
export type UseOfForcePlace = keyof typeof UseOfForcePlace;

/** What an authority may do by force, and where: a reference and no instruction. */
@Recorded({
  name: 'UseOfForcePolicy',
  prefix: 'ufp',
  says: 'What an authority may do by force, and where: a reference and no instruction.',
})
export class UseOfForcePolicy extends Labelled {
  @Text({ is: 'PUBLIC_FACT', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @Word(UseOfForcePlace, { is: 'PUBLIC_FACT', says: 'Where.', filter: true })
  place!: UseOfForcePlace;

  @Text({ is: 'PUBLIC_FACT', says: 'Kind of authority.', filter: true })
  authority!: string;

  @Text({ is: 'PUBLIC_FACT', says: 'Principle, in our own words.' })
  principle!: string;

  @Text({ is: 'PUBLIC_FACT', says: 'Source.' })
  legalBasis!: string;
}

export const useOfForcePolicies = aggregateOf(UseOfForcePolicy, {
  one: 'useOfForcePolicy',
  many: 'useOfForcePolicies',
  noun: 'use-of-force policy',
  nouns: 'use-of-force policies',
  commands: keep<UseOfForcePolicy>()({
    field: 'recordForcePolicy',
    of: 'UseOfForcePolicy',
    says: 'Records what an authority may do by force at a post, by the rules that it goes by.',
    sets: { place: {}, authority: { max: 80 }, principle: { max: 1000 }, legalBasis: { max: 400 } },
    onAccountOf: () => Mission,
    law: lawOfCommand,
  }),
});
