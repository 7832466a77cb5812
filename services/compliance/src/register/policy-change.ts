import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Count, Day, Text } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';

/** A version of the rules that decide: what changed, since when, reviewed by whom. */
@Recorded({
  name: 'PolicyChange',
  prefix: 'pch',
  says: 'A version of the rules that decide: what changed, since when, reviewed by whom.',
})
export class PolicyChange extends Labelled {
  @Text({ is: 'PUBLIC_FACT', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @Count({ is: 'PUBLIC_FACT', says: 'Its place among the versions, from 1.', least: 1, order: true })
  number!: number;

  @Text({
    is: 'PUBLIC_FACT',
    says: 'Digest of the rules that decide, and of the words that they are written in, as entries of the ledger name it.',
    filter: true,
  })
  version!: string;

  @Count({ is: 'PUBLIC_FACT', says: 'How many rules are in it.', least: 1 })
  ruleCount!: number;

  @Day({ is: 'PUBLIC_FACT', says: 'Day from which it decides.', order: true })
  effectiveFrom!: string;

  @Text({ is: 'PUBLIC_FACT', says: 'Version that it replaces.', nullable: true })
  supersedes!: string | null;

  @Text({ is: 'PUBLIC_FACT', says: 'What changed.', searchable: true })
  summary!: string;

  @Text({ is: 'PUBLIC_FACT', says: 'Office that reviewed it; absent until a lawyer has.', nullable: true })
  reviewer!: string | null;
}

export const policyChanges = aggregateOf(PolicyChange, {
  one: 'policyChange',
  many: 'policyChanges',
  noun: 'policy change',
  nouns: 'policy changes',
});
