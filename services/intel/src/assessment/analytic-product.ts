import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { regrade } from '@chancery/shared/subgraph/aggregate/regrade-command';
import { Link, Links, Moment, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { IntelReport } from '../collection/intel-report.js';
import { Mission } from '../references.js';
import { AnalyticConfidence, AnalyticMethod, Likelihood } from './vocabulary.js';

/** A judgement drawn from reports, with its likelihood and confidence kept apart, ICD 203. */
@Recorded({
  name: 'AnalyticProduct',
  prefix: 'anp',
  says: 'A judgement drawn from reports, with its likelihood and confidence kept apart, ICD 203.',
})
export class AnalyticProduct extends Labelled {
  @Text({ is: 'INTEL_REPORT', says: 'Readable key.', length: 40, filter: true, order: true, searchable: true })
  reference!: string;

  @Link(() => Mission, {
    is: 'INTEL_REPORT',
    says: 'The post.',
    filter: true,
    inverse: { field: 'analyticProducts', is: 'EXISTENCE', says: 'What was judged about this post.' },
  })
  mission?: Mission | null;

  @Text({ is: 'INTEL_REPORT', says: 'What it is about.', searchable: true })
  title!: string;

  @Word(AnalyticMethod, { is: 'INTEL_REPORT', says: 'How the judgement was come to.', filter: true })
  method!: AnalyticMethod;

  @Text({ is: 'INTEL_REPORT', says: 'The judgement.', searchable: true })
  keyJudgement!: string;

  @Word(Likelihood, { is: 'INTEL_REPORT', says: 'How likely it is.', filter: true })
  likelihood!: Likelihood;

  @Word(AnalyticConfidence, { is: 'INTEL_REPORT', says: 'How well it is founded.', filter: true })
  confidence!: AnalyticConfidence;

  @Text({ is: 'INTEL_REPORT', says: 'What others hold against it.', nullable: true })
  dissent!: string | null;

  @Moment({ is: 'INTEL_REPORT', says: 'When it was finished.', filter: true, order: true })
  publishedAt!: Date;

  @Links(() => IntelReport, {
    is: 'INTEL_REPORT',
    says: 'Reports that it is drawn from.',
    inverse: { field: 'usedIn', is: 'EXISTENCE', says: 'What was judged from it.' },
  })
  inputs?: IntelReport[];
}

export const analyticProducts = aggregateOf(AnalyticProduct, {
  one: 'analyticProduct',
  many: 'analyticProducts',
  noun: 'product',
  nouns: 'products',
  watched: { posts: 'mission' },
  commands: [
    ...keep<AnalyticProduct>()({
      field: 'publishProduct',
      of: 'AnalyticProduct',
      says: 'Publishes a judgement that is drawn from reports.',
      sets: {
        inputs: { max: 50 },
        title: { max: 200 },
        method: {},
        keyJudgement: { max: 4000 },
        likelihood: {},
        confidence: {},
        dissent: { max: 4000 },
      },
      complete: { publishedAt: (_, { viewer: { now } }) => new Date(now) },
      law: lawOfCommand,
    }),
    regrade<AnalyticProduct>({
      field: 'regradeAnalyticProduct',
      record: 'product',
      law: lawOfCommand('regradeAnalyticProduct'),
    }),
  ],
});
