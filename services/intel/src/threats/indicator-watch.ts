import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { Count, Link, Moment, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../references.js';
import { Indicator } from './indicator.js';
import { IndicatorTrend, WatchState } from './vocabulary.js';

/** How an indicator stood at a post when it was last counted. */
@Recorded({ name: 'IndicatorWatch', prefix: 'iwt', says: 'How an indicator stood at a post when it was last counted.' })
export class IndicatorWatch extends Labelled {
  @Text({ is: 'INTEL_REPORT', says: 'Readable key.', length: 40, filter: true, order: true, searchable: true })
  reference!: string;

  @Link(() => Mission, {
    is: 'INTEL_REPORT',
    says: 'The post.',
    filter: true,
    inverse: { field: 'indicatorWatches', is: 'EXISTENCE', says: 'What is watched at this post.' },
  })
  mission?: Mission | null;

  @Link(() => Indicator, {
    is: 'INTEL_REPORT',
    says: 'What is counted.',
    filter: true,
    inverse: { field: 'watches', is: 'EXISTENCE', says: 'How it stands at each post.' },
  })
  indicator?: Indicator | null;

  @Moment({ is: 'INTEL_REPORT', says: 'When it was counted.', filter: true, order: true })
  observedAt!: Date;

  @Count({ is: 'INTEL_REPORT', says: 'How many there were.', least: 0, order: true })
  value!: number;

  @Word(IndicatorTrend, { is: 'INTEL_REPORT', says: 'Which way it moves.', filter: true })
  trend!: IndicatorTrend;

  @Word(WatchState, { is: 'INTEL_REPORT', says: 'How it stands to its threshold.', filter: true })
  state!: WatchState;

  @Text({ is: 'INTEL_REPORT', says: 'What was seen beside the count.', nullable: true })
  note!: string | null;
}

export const indicatorWatches = aggregateOf(IndicatorWatch, {
  one: 'indicatorWatch',
  many: 'indicatorWatches',
  noun: 'watch',
  nouns: 'watches',
  watched: { posts: 'mission', types: ['indicator.topic'] },
  commands: keep<IndicatorWatch>()({
    field: 'countIndicator',
    of: 'IndicatorWatch',
    says: 'Says how an indicator stands at a post, as it was counted.',
    sets: {
      indicator: {},
      observedAt: { time: 'PAST' },
      value: { max: 1_000_000_000 },
      trend: {},
      state: {},
      note: { max: 2000 },
    },
    law: lawOfCommand,
  }),
});
