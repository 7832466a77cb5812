import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Moment, Text, Texts } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import type { Incident } from '../incident.js';
import { OfIncident } from '../of-incident.js';

/** A decision in a crisis, as a decision log keeps it, ISO 22320. */
@Recorded({
  name: 'Decision',
  prefix: 'dec',
  says: 'A decision in a crisis, as a decision log keeps it, ISO 22320.',
})
export class Decision extends Labelled {
  @OfIncident('decisions', 'RESPONSE_RECORD', 'What was decided.')
  incident?: Incident | null;

  @Text({ is: 'RESPONSE_RECORD', says: 'Readable key.', filter: true })
  reference!: string;

  @Text({ is: 'RESPONSE_RECORD', says: 'What had to be decided.' })
  question!: string;

  @Texts({ is: 'RESPONSE_RECORD', says: 'What was weighed.' })
  options!: string[];

  @Text({ is: 'RESPONSE_RECORD', says: 'What was decided.' })
  chosen!: string;

  @Text({ is: 'RESPONSE_RECORD', says: 'Why.', floor: 1 })
  rationale!: string;

  @Text({ is: 'LEGAL_ACT', says: 'On what legal ground.' })
  legalBasis!: string;

  @Text({ is: 'RESPONSE_RECORD', says: 'Code of the post holder who decided.' })
  decidedByRole!: string;

  @Moment({ is: 'RESPONSE_RECORD', says: 'When.', order: true })
  decidedAt!: Date;

  @Moment({ is: 'RESPONSE_RECORD', says: 'When it is looked at again.', order: true, nullable: true })
  reviewAt!: Date | null;
}

export const decisions = aggregateOf(Decision, {
  one: 'decision',
  many: 'decisions',
});
