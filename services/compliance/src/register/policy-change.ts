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

  @Text({ is: 'PUBLIC_FACT', says: 'Digest of the rules that decide.', filter: true })
  version!: string;

  @Count({ is: 'PUBLIC_FACT', says: 'How many rules are in it.', least: 1 })
  ruleCount!: number;

  @Day({ is: 'PUBLIC_FACT', says: 'Day on which the newest of its rules came into force.' })
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
