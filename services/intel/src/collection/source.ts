import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { regrade } from '@chancery/shared/subgraph/aggregate/regrade-command';
import { Day, Link, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../references.js';
import { SourceKind, SourceReliability, SourceStatus } from './vocabulary.js';

/** A source of intelligence, by pseudonym alone: nothing here tells who or what it is. */
@Recorded({
  name: 'Source',
  prefix: 'src',
  says: 'A source of intelligence, by pseudonym alone: nothing here tells who or what it is.',
})
export class Source extends Labelled {
  @Text({ is: 'INTEL_REPORT', says: 'Readable key.', length: 40, filter: true, order: true, searchable: true })
  reference!: string;

  @Link(() => Mission, {
    is: 'INTEL_REPORT',
    says: 'The post.',
    filter: true,
    inverse: { field: 'intelSources', is: 'EXISTENCE', says: 'Sources that report about this post.' },
  })
  mission?: Mission | null;

  @Text({ is: 'INTEL_SOURCE', says: 'Pseudonym that reports cite it by.', nullable: true, optional: true })
  pseudonym!: string | null;

  @Word(SourceKind, { is: 'INTEL_REPORT', says: 'What kind of source it is.', filter: true })
  kind!: SourceKind;

  @Word(SourceReliability, { is: 'INTEL_REPORT', says: 'How far it is to be relied on.', filter: true })
  reliability!: SourceReliability;

  @Word(SourceStatus, { is: 'INTEL_REPORT', says: 'Whether it still reports.', filter: true })
  status!: SourceStatus;

  @Text({ is: 'INTEL_SOURCE', says: 'What it is placed to learn.', nullable: true, optional: true })
  access!: string | null;

  @Day({ is: 'INTEL_REPORT', says: 'Since when it reports.', order: true })
  reportsSince!: string;

  @Day({ is: 'INTEL_REPORT', says: 'When its reliability was last looked at.', nullable: true, order: true })
  reviewedOn!: string | null;
}

export const sources = aggregateOf(Source, {
  one: 'source',
  many: 'sources',
  commands: [
    ...keep<Source>()({
      field: 'registerSource',
      of: 'Source',
      says: 'Registers a source of intelligence, by pseudonym alone.',
      sets: {
        pseudonym: {
          max: 40,
          required: true,
          says: 'Pseudonym that reports cite it by; it says nothing of who or what it is.',
        },
        kind: {},
        reliability: {},
        status: {},
        access: { max: 2000 },
        reportsSince: { time: 'PAST' },
        reviewedOn: { time: 'PAST' },
      },
      law: lawOfCommand,
    }),
    regrade<Source>({ field: 'regradeSource', record: 'source', law: lawOfCommand('regradeSource') }),
  ],
});
