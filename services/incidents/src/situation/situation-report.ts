import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { ClientError } from '@chancery/shared/errors';
import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { retract } from '@chancery/shared/subgraph/aggregate/retract-command';
import { Count, Moment, State, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import type { Incident } from '../incident.js';
import { OfIncident } from '../of-incident.js';

const SITUATION_REPORT_KINDS = [
  'FIELD_OBSERVATION',
  'SITUATION_INFORMATION',
  'RESPONSE_RESOURCES_TOTALS',
  'CASUALTY_AND_ILLNESS_SUMMARY',
  'MANAGEMENT_REPORTING_SUMMARY',
] as const;
/** Kind of a situation report, EDXL-SitRep. */
export const SituationReportKind = defineEnum(
  'SituationReportKind',
  'Kind of a situation report, EDXL-SitRep.',
  SITUATION_REPORT_KINDS,
  'a situation report kind',
);
export type SituationReportKind = keyof typeof SituationReportKind;

const REPORT_CONFIDENCES = ['HIGHLY_CONFIDENT', 'SOMEWHAT_CONFIDENT', 'UNSURE', 'NO_CONFIDENCE'] as const;
/** How sure a report is, EDXL-SitRep. */
export const ReportConfidence = defineEnum(
  'ReportConfidence',
  'How sure a report is, EDXL-SitRep.',
  REPORT_CONFIDENCES,
  'a report confidence',
);
export type ReportConfidence = keyof typeof ReportConfidence;

/** A report of a situation, in the terms of EDXL-SitRep. */
@Recorded({
  name: 'SituationReport',
  prefix: 'sit',
  says: 'A report of a situation, in the terms of EDXL-SitRep.',
  rules: ['period_ends_at > period_starts_at'],
})
export class SituationReport extends Labelled {
  @OfIncident('situationReports', 'RESPONSE_RECORD', 'Reports of the situation.')
  incident?: Incident | null;

  @Text({ is: 'RESPONSE_RECORD', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @Count({ is: 'RESPONSE_RECORD', says: 'Number in its series.', least: 1, order: true })
  number!: number;

  @Word(SituationReportKind, { is: 'RESPONSE_RECORD', says: 'Kind of report.', filter: true })
  kind!: SituationReportKind;

  @State({ is: 'RESPONSE_RECORD', says: 'State that it is of.', filter: true })
  country!: string;

  @Moment({ is: 'RESPONSE_RECORD', says: 'From when.', order: true })
  periodStartsAt!: Date;

  @Moment({ is: 'RESPONSE_RECORD', says: 'Until when.', order: true })
  periodEndsAt!: Date;

  @Word(ReportConfidence, { is: 'RESPONSE_RECORD', says: 'How sure it is.', filter: true })
  confidence!: ReportConfidence;

  @Text({ is: 'THREAT', says: 'In one line, fit to be passed on.', searchable: true })
  headline!: string;

  @Text({ is: 'RESPONSE_RECORD', says: 'The report.', searchable: true })
  body!: string;

  @Text({ is: 'INTEL_REPORT', says: 'What is to be expected next.' })
  outlook!: string;

  @Text({ is: 'RESPONSE_RECORD', says: 'Code of the post holder who wrote it.' })
  authorRole!: string;
}

const reportSituation = create<SituationReport>()({
  field: 'reportSituation',
  says: 'Reports a situation to those who lead the response.',
  noun: 'report',
  inputSays: 'A report of a situation. It is labelled for the caller’s State, joined with the incident.',
  about: 'incident',
  sets: {
    incident: {},
    number: { max: 100_000 },
    kind: {},
    country: {},
    periodStartsAt: {},
    periodEndsAt: {},
    confidence: {},
    headline: { max: 400 },
    body: { max: 20_000 },
    outlook: { max: 4000 },
    authorRole: { max: 40 },
    synthetic: { says: 'Made for an exercise, not a real record.', required: false },
  },
  law: lawOfCommand('reportSituation'),
  check: ({ periodStartsAt, periodEndsAt }) => {
    if (periodEndsAt > periodStartsAt) return;
    throw new ClientError('INPUT_INVALID', '`periodEndsAt` is not after `periodStartsAt`', 'input.periodEndsAt');
  },
  complete: {
    reference: () => madeReference('SR'),
  },
});

export const situationReports = aggregateOf(SituationReport, {
  one: 'situationReport',
  many: 'situationReports',
  noun: 'situation report',
  nouns: 'situation reports',
  watched: { posts: 'incident.mission', types: ['incident.type'] },
  commands: [
    reportSituation,
    retract<SituationReport>({
      field: 'retractSituationReport',
      record: 'situation report',
      law: lawOfCommand('retractSituationReport'),
    }),
  ],
});
