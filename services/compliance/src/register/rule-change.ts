import { RULE_CHANGES } from '@chancery/policy/policy-versions';
import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Link, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { LegalRule } from './legal-rule.js';
import { PolicyChange } from './policy-change.js';

/** What became of a rule from one version of the law to the next. */
export const RuleChangeKind = defineEnum(
  'RuleChangeKind',
  'What became of a rule from one version of the law to the next.',
  RULE_CHANGES,
  'a change of a rule',
);
export type RuleChangeKind = keyof typeof RuleChangeKind;

/** A rule that a version of the law has otherwise than the version before. */
@Recorded({
  name: 'RuleChange',
  prefix: 'rch',
  says: 'A rule that a version of the law has otherwise than the version before.',
})
export class RuleChange extends Labelled {
  @Text({ is: 'PUBLIC_FACT', says: 'Readable key: version and rule.', length: 60, filter: true, order: true })
  reference!: string;

  @Link(() => PolicyChange, {
    is: 'PUBLIC_FACT',
    says: 'The version that has it so.',
    filter: true,
    inverse: { field: 'changes', is: 'EXISTENCE', says: 'Rules that are not as they were in the version before.' },
  })
  policyChange?: PolicyChange | null;

  @Link(() => LegalRule, {
    is: 'PUBLIC_FACT',
    says: 'The rule as it is now; none of one that is gone.',
    filter: true,
    inverse: { field: 'changes', is: 'EXISTENCE', says: 'What became of it, version by version.' },
  })
  legalRule?: LegalRule | null;

  @Text({ is: 'PUBLIC_FACT', says: 'Id of the rule.', length: 40, filter: true, order: true })
  rule!: string;

  @Word(RuleChangeKind, { is: 'PUBLIC_FACT', says: 'What became of it.', filter: true })
  change!: RuleChangeKind;

  @Text({ is: 'PUBLIC_FACT', says: 'What it says from then on, or said until then, in our own words.' })
  summary!: string;
}

export const ruleChanges = aggregateOf(RuleChange, {
  one: 'ruleChange',
  many: 'ruleChanges',
  noun: 'change of a rule',
  nouns: 'changes of rules',
});
