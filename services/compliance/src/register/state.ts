import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Text } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';

/** A State, by its code and name in ISO 3166-1 or as Wikidata has it; that it stands here is no word on its recognition. */
@Recorded({
  name: 'State',
  prefix: 'stt',
  says: 'A State, by its code and name in ISO 3166-1 or as Wikidata has it; that it stands here is no word on its recognition.',
})
export class State extends Labelled {
  @Text({ is: 'PUBLIC_FACT', says: 'Code by which every other record names it.', length: 3, filter: true, order: true })
  reference!: string;

  @Text({ is: 'PUBLIC_FACT', says: 'English short name.', length: 100, filter: true, order: true })
  name!: string;
}

export const states = aggregateOf(State, { one: 'state', many: 'states', noun: 'State', nouns: 'States' });
