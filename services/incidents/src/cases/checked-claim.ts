import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';

export const CLAIM_FINDINGS = ['UNVERIFIED', 'QUALIFIED', 'CORRECTED'] as const;
/** What checking a claim came to. */
export const ClaimFinding = defineEnum(
  'ClaimFinding',
  'What checking a claim came to.',
  CLAIM_FINDINGS,
  'a claim finding',
);
export type ClaimFinding = keyof typeof ClaimFinding;

/** A claim of somebody about a post or an incident, and what checking it came to: none of these is a fact of the register. */
@Recorded({
  name: 'CheckedClaim',
  prefix: 'ccl',
  says: 'A claim of somebody about a post or an incident, and what checking it came to: none of these is a fact of the register.',
})
export class CheckedClaim extends Labelled {
  @Text({ is: 'PUBLIC_FACT', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @Text({ is: 'PUBLIC_FACT', says: 'What was claimed, in the words of who claimed it.', searchable: true })
  claim!: string;

  @Word(ClaimFinding, { is: 'PUBLIC_FACT', says: 'What checking it came to.', filter: true })
  status!: ClaimFinding;

  @Text({ is: 'PUBLIC_FACT', says: 'What was found.', searchable: true })
  finding!: string;

  @Text({ is: 'PUBLIC_FACT', says: 'By what it was checked.' })
  source!: string;
}

export const checkedClaims = aggregateOf(CheckedClaim, {
  one: 'checkedClaim',
  many: 'checkedClaims',
  noun: 'checked claim',
  nouns: 'checked claims',
});
