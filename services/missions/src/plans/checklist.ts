import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { dayOf } from '@chancery/shared/calendar';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { amend } from '@chancery/shared/subgraph/aggregate/move-command';
import { Count, Day, Link, Text, Texts } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../mission.js';

/** What is checked again and again. */
@Recorded({ name: 'Checklist', prefix: 'chk', says: 'What is checked again and again.' })
export class Checklist extends Labelled {
  @Text({
    is: 'PREPAREDNESS',
    says: 'Readable key, for example CHK-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Text({ is: 'PREPAREDNESS', says: 'What it is called.', searchable: true })
  title!: string;

  @Text({ is: 'PREPAREDNESS', says: 'Office that checks.', length: 80, filter: true })
  ownerOffice!: string;

  @Texts({ is: 'PREPAREDNESS', says: 'What is checked.' })
  items!: string[];

  @Count({ is: 'PREPAREDNESS', says: 'Days between two checks.', least: 0, order: true })
  everyDays!: number;

  @Day({ is: 'PREPAREDNESS', says: 'Day of the last check.', nullable: true })
  doneOn!: string | null;

  @Link(() => Mission, {
    is: 'PREPAREDNESS',
    says: 'The post.',
    filter: true,
    inverse: { field: 'checklists', is: 'EXISTENCE', says: 'Checklists of this post.' },
  })
  mission?: Mission | null;
}

const completeChecklist = amend<Checklist>()({
  field: 'completeChecklist',
  says: 'Says that what stands on a checklist was checked today.',
  noun: 'check',
  inputSays: 'A checklist that was gone through.',
  sets: {},
  law: lawOfCommand('completeChecklist'),
  complete: { doneOn: (_, { viewer: { now } }) => dayOf(now) },
});

export const checklists = aggregateOf(Checklist, {
  one: 'checklist',
  many: 'checklists',
  noun: 'checklist',
  nouns: 'checklists',
  commands: [
    ...keep<Checklist>()({
      field: 'writeChecklist',
      of: 'Checklist',
      says: 'Writes down what a post checks again and again.',
      sets: { title: { max: 200 }, ownerOffice: {}, items: { max: 100, each: 400 }, everyDays: { max: 3650 } },
      law: lawOfCommand,
    }),
    completeChecklist,
  ],
});
