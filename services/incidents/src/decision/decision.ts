import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { Moment, Text, Texts } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
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

  @Text({ is: 'RESPONSE_RECORD', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @Text({ is: 'RESPONSE_RECORD', says: 'What had to be decided.', searchable: true })
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

const recordDecision = create<Decision>()({
  field: 'recordDecision',
  says: 'Writes down what was decided in a response, and why.',
  noun: 'decision',
  inputSays: 'What was decided. It is labelled for the caller’s State, joined with the incident.',
  about: 'incident',
  sets: {
    incident: {},
    question: { max: 1000 },
    options: { max: 20, each: 1000 },
    chosen: { max: 1000 },
    rationale: { max: 4000 },
    legalBasis: { max: 1000 },
    decidedByRole: { max: 40 },
    reviewAt: {},
    synthetic: { says: 'Made for an exercise, not a real record.', required: false },
  },
  law: lawOfCommand('recordDecision'),
  complete: {
    reference: () => madeReference('D'),
    decidedAt: (_, { viewer: { now } }) => new Date(now),
  },
});

export const decisions = aggregateOf(Decision, {
  one: 'decision',
  many: 'decisions',
  commands: [recordDecision],
});
