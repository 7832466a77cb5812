import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { Count, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../references.js';
import { IndicatorTopic } from './vocabulary.js';

/** What is watched because it moves before a threat does: indications and warning. */
@Recorded({
  name: 'Indicator',
  prefix: 'ind',
  says: 'What is watched because it moves before a threat does: indications and warning.',
})
export class Indicator extends Labelled {
  @Text({ is: 'INTEL_REPORT', says: 'Readable key.', length: 40, filter: true, order: true, searchable: true })
  reference!: string;

  @Word(IndicatorTopic, { is: 'INTEL_REPORT', says: 'What it is about.', filter: true })
  topic!: IndicatorTopic;

  @Text({ is: 'INTEL_REPORT', says: 'What is counted.' })
  metric!: string;

  @Count({ is: 'INTEL_REPORT', says: 'From how many on it warns.', least: 0, order: true })
  threshold!: number;

  @Count({ is: 'INTEL_REPORT', says: 'Days over which it is counted.', least: 1 })
  periodDays!: number;

  @Text({ is: 'INTEL_REPORT', says: 'What it would mean.' })
  meaning!: string;
}

export const indicators = aggregateOf(Indicator, {
  one: 'indicator',
  many: 'indicators',
  watched: { types: ['topic'] },
  commands: keep<Indicator>()({
    field: 'recordIndicator',
    of: 'Indicator',
    says: 'Records what is watched because it moves before a threat does.',
    sets: {
      topic: {},
      metric: { max: 400 },
      threshold: { max: 1_000_000_000 },
      periodDays: { max: 3650 },
      meaning: { max: 2000 },
    },
    onAccountOf: () => Mission,
    law: lawOfCommand,
  }),
});
