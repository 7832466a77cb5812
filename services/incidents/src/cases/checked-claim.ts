import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../references.js';

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
  commands: keep<CheckedClaim>()({
    field: 'recordClaim',
    of: 'CheckedClaim',
    says: 'Writes down what somebody claimed, and what checking it came to so far: none of it becomes a fact of the register.',
    sets: {
      claim: { max: 1000 },
      status: {},
      finding: { max: 2000 },
      source: { max: 400 },
    },
    onAccountOf: () => Mission,
    law: lawOfCommand,
  }),
});
