import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { dayOf } from '@chancery/shared/calendar';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { Count, Day, Flag, Link, Text } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../mission.js';

/** How ready a post is, on one day. */
@Recorded({
  name: 'ReadinessScore',
  prefix: 'rds',
  says: 'How ready a post is, on one day.',
  rules: ['score <= 100', 'training_percent <= 100'],
})
export class ReadinessScore extends Labelled {
  @Text({
    is: 'PREPAREDNESS',
    says: 'Readable key, for example RDS-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Day({ is: 'PREPAREDNESS', says: 'The day.', filter: true, order: true })
  scoredOn!: string;

  @Flag({ is: 'PREPAREDNESS', says: 'Whether its plans are reviewed in time.' })
  planCurrent!: boolean;

  @Count({ is: 'PREPAREDNESS', says: 'Of a hundred required trainings, how many are current.', least: 0 })
  trainingPercent!: number;

  @Count({ is: 'PREPAREDNESS', says: 'Days since the last exercise.', least: 0 })
  exerciseAgeDays!: number;

  @Count({ is: 'PREPAREDNESS', says: 'Findings that are not closed.', least: 0 })
  openFindings!: number;

  @Count({ is: 'PREPAREDNESS', says: 'From 0 to 100.', least: 0, order: true })
  score!: number;

  @Link(() => Mission, {
    is: 'PREPAREDNESS',
    says: 'The post.',
    filter: true,
    inverse: { field: 'readinessScores', is: 'EXISTENCE', says: 'Readiness scores of this post.' },
  })
  mission?: Mission | null;
}

export const readinessScores = aggregateOf(ReadinessScore, {
  one: 'readinessScore',
  many: 'readinessScores',
  noun: 'readiness score',
  nouns: 'readiness scores',
  watched: { posts: 'mission' },
  commands: keep<ReadinessScore>()({
    field: 'scoreReadiness',
    of: 'ReadinessScore',
    says: 'Scores how ready a post is today.',
    sets: {
      planCurrent: {},
      trainingPercent: { max: 100 },
      exerciseAgeDays: { max: 10_000 },
      openFindings: { max: 10_000 },
      score: { max: 100 },
    },
    complete: { scoredOn: (_, { viewer: { now } }) => dayOf(now) },
    law: lawOfCommand,
  }),
});
