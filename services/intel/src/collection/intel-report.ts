import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { ClientError } from '@chancery/shared/errors';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { regrade } from '@chancery/shared/subgraph/aggregate/regrade-command';
import { retract } from '@chancery/shared/subgraph/aggregate/retract-command';
import { Count, Link, Moment, State, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import { Mission } from '../references.js';
import { CollectionRequirement } from './collection-requirement.js';
import { Source } from './source.js';
import { IntelDiscipline, SourceReliability } from './vocabulary.js';

/** A report of intelligence, graded by the Admiralty scale. */
@Recorded({
  name: 'IntelReport',
  prefix: 'rpt',
  says: 'A report of intelligence, graded by the Admiralty scale.',
  rules: ['credibility <= 6', 'reported_at >= acquired_at'],
})
export class IntelReport extends Labelled {
  @Text({ is: 'INTEL_REPORT', says: 'Readable key.', length: 40, filter: true, order: true, searchable: true })
  reference!: string;

  @Link(() => Mission, {
    is: 'INTEL_REPORT',
    says: 'The post.',
    filter: true,
    inverse: { field: 'intelReports', is: 'EXISTENCE', says: 'Reports that concern this post.' },
  })
  mission?: Mission | null;

  @Link(() => CollectionRequirement, {
    is: 'INTEL_REPORT',
    says: 'What it answers.',
    inverse: { field: 'reports', is: 'EXISTENCE', says: 'Reports that answer it.' },
  })
  requirement?: CollectionRequirement | null;

  @Link(() => Source, {
    is: 'INTEL_SOURCE',
    says: 'Whom it comes from.',
    optional: true,
    inverse: { field: 'reports', is: 'EXISTENCE', says: 'Reports that come from it.' },
  })
  source?: Source | null;

  @Word(IntelDiscipline, { is: 'INTEL_REPORT', says: 'How it was come by.', filter: true })
  discipline!: IntelDiscipline;

  @Text({ is: 'INTEL_REPORT', says: 'What it is about.', searchable: true })
  title!: string;

  @Text({ is: 'INTEL_REPORT', says: 'The report in full.', searchable: true })
  body!: string;

  @Word(SourceReliability, { is: 'INTEL_REPORT', says: 'How far its source is to be relied on.', filter: true })
  reliability!: SourceReliability;

  @Count({
    is: 'INTEL_REPORT',
    says: 'How credible the information is, by the Admiralty scale: 1 confirmed, 5 improbable, 6 cannot be judged.',
    least: 1,
    filter: true,
    order: true,
  })
  credibility!: number;

  @Text({ is: 'INTEL_REPORT', says: 'Why it is graded so.', nullable: true })
  evaluationComment!: string | null;

  @Moment({ is: 'INTEL_REPORT', says: 'When it was learnt.', order: true })
  acquiredAt!: Date;

  @Moment({ is: 'INTEL_REPORT', says: 'When it was reported.', filter: true, order: true })
  reportedAt!: Date;

  @State({ is: 'INTEL_SOURCE', says: 'State that the information comes from.', nullable: true, optional: true })
  originCountry!: string | null;

  @Text({
    is: 'INTEL_SOURCE',
    says: 'Key of what was listened to; never the number or address itself.',
    nullable: true,
    optional: true,
  })
  selectorRef!: string | null;

  @Text({ is: 'INTEL_SOURCE', says: 'Key of the collection that it was taken from.', nullable: true, optional: true })
  collectionRef!: string | null;

  @Text({ is: 'INTEL_REPORT', says: 'Address of what was published.', nullable: true })
  url!: string | null;

  @Text({ is: 'INTEL_REPORT', says: 'Who published it.', nullable: true })
  publisher!: string | null;

  @Moment({ is: 'INTEL_REPORT', says: 'When the page was captured.', nullable: true })
  capturedAt!: Date | null;

  @Text({ is: 'INTEL_REPORT', says: 'SHA-256 of the captured copy, in hex.', nullable: true })
  archiveHash!: string | null;
}

const CREDIBILITY_MAX = 6;

const submitReport = create<IntelReport>()({
  field: 'submitReport',
  says: 'Files a report of intelligence on a post.',
  noun: 'report',
  inputSays:
    'A report as its desk grades it. It is labelled for the caller’s State, joined with all that it refers to.',
  about: 'mission',
  sets: {
    mission: {},
    requirement: { required: false, ofPost: true },
    source: { required: false, ofPost: true },
    discipline: {},
    title: { max: 200 },
    body: { max: 20_000 },
    reliability: {},
    credibility: { max: CREDIBILITY_MAX },
    evaluationComment: { max: 2000 },
    acquiredAt: {},
    url: { max: 2000 },
    publisher: { max: 200 },
    synthetic: { says: 'Made for an exercise, not a real record.', required: false },
  },
  derivedFrom: {
    says: 'Reports that it is drawn from, at most 20: it is labelled no lower than any of them.',
    max: 20,
  },
  law: lawOfCommand('submitReport'),
  check: ({ acquiredAt, discipline, url }, { now }) => {
    if (acquiredAt.getTime() > now)
      throw new ClientError('INPUT_INVALID', '`acquiredAt` is to come', 'input.acquiredAt');
    if (url === null || discipline === 'OSINT') return;
    throw new ClientError('INPUT_INVALID', 'only what was published has a `url`', 'input.url');
  },
  complete: { reference: () => madeReference('IR'), reportedAt: (_, { viewer: { now } }) => new Date(now) },
});

export const intelReports = aggregateOf(IntelReport, {
  one: 'intelReport',
  many: 'intelReports',
  noun: 'report',
  nouns: 'reports',
  watched: { posts: 'mission', as: { one: 'report', many: 'matchingReports' } },
  events: [{ field: 'intelReportChanged', says: 'A report that changed, as this caller sees it now.' }],
  commands: [
    submitReport,
    retract<IntelReport>({ field: 'retractReport', record: 'report', law: lawOfCommand('retractReport') }),
    regrade<IntelReport>({ field: 'regradeIntelReport', record: 'report', law: lawOfCommand('regradeIntelReport') }),
  ],
});
