import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { Count, Day, Link, State, States, Text, Texts, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../mission.js';
import { DepartureMode } from './vocabulary.js';

/** How people leave a post. */
@Recorded({ name: 'EvacuationPlan', prefix: 'evp', says: 'How people leave a post.' })
export class EvacuationPlan extends Labelled {
  @Text({
    is: 'PREPAREDNESS',
    says: 'Readable key, for example EVP-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Word(DepartureMode, { is: 'PREPAREDNESS', says: 'In which mode.', filter: true })
  mode!: DepartureMode;

  @Texts({ is: 'EVACUATION', says: 'Where they gather.' })
  assemblyPoints!: string[];

  @Count({ is: 'EVACUATION', says: 'How many can be moved in a day.', least: 0, order: true })
  capacity!: number;

  @Texts({ is: 'PREPAREDNESS', says: 'Ways out, in order of preference.' })
  routes!: string[];

  @State({ is: 'EVACUATION', says: 'State to which they go.', filter: true })
  destination!: string;

  @States({ is: 'EVACUATION', says: 'States through which they pass (VCDR 40; VCCR 54).' })
  transitStates!: string[];

  @Day({ is: 'PREPAREDNESS', says: 'Day by which it is reviewed.', filter: true, order: true })
  reviewDue!: string;

  @Link(() => Mission, {
    is: 'PREPAREDNESS',
    says: 'The post.',
    filter: true,
    inverse: { field: 'evacuationPlans', is: 'EXISTENCE', says: 'Evacuation plans of this post.' },
  })
  mission?: Mission | null;
}

export const evacuationPlans = aggregateOf(EvacuationPlan, {
  one: 'evacuationPlan',
  many: 'evacuationPlans',
  noun: 'evacuation plan',
  nouns: 'evacuation plans',
  commands: keep<EvacuationPlan>()({
    field: 'draftEvacuationPlan',
    of: 'EvacuationPlan',
    says: 'Drafts how people leave a post.',
    sets: {
      mode: {},
      assemblyPoints: { max: 30, each: 400 },
      capacity: { max: 100_000 },
      routes: { max: 30, each: 400 },
      destination: {},
      transitStates: { max: 30 },
      reviewDue: { time: 'AHEAD' },
    },
    law: lawOfCommand,
  }),
});
