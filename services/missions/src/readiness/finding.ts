import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { dayOf } from '@chancery/shared/calendar';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { amend } from '@chancery/shared/subgraph/aggregate/move-command';
import { retract } from '@chancery/shared/subgraph/aggregate/retract-command';
import { Day, Link, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import { Mission } from '../mission.js';
import { Exercise } from './exercise.js';
import { FindingSeverity, FindingSource } from './vocabulary.js';

/** What an exercise, an incident or an inspection showed to be wanting. */
@Recorded({
  name: 'Finding',
  prefix: 'fnd',
  says: 'What an exercise, an incident or an inspection showed to be wanting.',
})
export class Finding extends Labelled {
  @Text({
    is: 'PREPAREDNESS',
    says: 'Readable key, for example FND-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Word(FindingSource, { is: 'PREPAREDNESS', says: 'What it comes from.', filter: true })
  source!: FindingSource;

  @Word(FindingSeverity, { is: 'PREPAREDNESS', says: 'How much it matters.', filter: true })
  severity!: FindingSeverity;

  @Text({ is: 'PREPAREDNESS', says: 'What is wanting.', searchable: true })
  text!: string;

  @Text({ is: 'PREPAREDNESS', says: 'What should be done.', searchable: true })
  recommendation!: string;

  @Text({ is: 'PREPAREDNESS', says: 'Office that is to do it.' })
  ownerOffice!: string;

  @Day({ is: 'PREPAREDNESS', says: 'Day by which it is to be done.', filter: true, order: true })
  dueOn!: string;

  @Day({ is: 'PREPAREDNESS', says: 'Day on which it was done.', nullable: true })
  closedOn!: string | null;

  @Link(() => Exercise, {
    is: 'PREPAREDNESS',
    says: 'The exercise that showed it.',
    filter: true,
    inverse: { field: 'findings', is: 'EXISTENCE', says: 'Findings of it.' },
  })
  exercise?: Exercise | null;

  @Link(() => Mission, {
    is: 'PREPAREDNESS',
    says: 'The post.',
    filter: true,
    inverse: { field: 'findings', is: 'EXISTENCE', says: 'Findings of this post.' },
  })
  mission?: Mission | null;
}

const recordFinding = create<Finding>()({
  field: 'recordFinding',
  says: 'Records what an exercise, an incident or an inspection showed to be wanting.',
  noun: 'finding',
  inputSays:
    'What is wanting, and who is to mend it by when. It is labelled for the caller’s State, joined with the exercise.',
  about: 'mission',
  sets: {
    mission: {},
    exercise: { ofPost: true, required: false },
    source: {},
    severity: {},
    text: { max: 4000 },
    recommendation: { max: 4000 },
    ownerOffice: { max: 200 },
    dueOn: {},
    synthetic: { says: 'Made for an exercise of this system, not real.', required: false },
  },
  law: lawOfCommand('recordFinding'),
  complete: { reference: () => madeReference('FND') },
});

const closeFinding = amend<Finding>()({
  field: 'closeFinding',
  says: 'Says that what was wanting has been mended; the day on which it was said first stays.',
  noun: 'closure',
  inputSays: 'A finding that has been mended.',
  sets: {},
  law: lawOfCommand('closeFinding'),
  complete: {
    closedOn: (_, { viewer: { now }, record }) => record.closedOn ?? dayOf(now),
  },
});

export const findings = aggregateOf(Finding, {
  one: 'finding',
  many: 'findings',
  noun: 'finding',
  nouns: 'findings',
  commands: [
    recordFinding,
    closeFinding,
    retract<Finding>({ field: 'retractFinding', record: 'finding', law: lawOfCommand('retractFinding') }),
  ],
});
