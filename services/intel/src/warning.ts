import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { ClientError } from '@chancery/shared/errors';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { move } from '@chancery/shared/subgraph/aggregate/move-command';
import { regrade } from '@chancery/shared/subgraph/aggregate/regrade-command';
import { Link, Links, Moment, States, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import { AnalyticProduct } from './assessment/analytic-product.js';
import { ThreatAssessment } from './assessment/threat-assessment.js';
import { IntelReport } from './collection/intel-report.js';
import { Incident, Mission } from './references.js';
import {
  WarningCategory,
  WarningCertainty,
  WarningMessageType,
  WarningResponse,
  WarningScope,
  WarningSeverity,
  WarningStatus,
  WarningUrgency,
} from './vocabulary.js';

/** A warning of a threat, in full and as the tearline that may be passed on. */
@Recorded({
  name: 'Warning',
  prefix: 'wrn',
  says: 'A warning of a threat to posts, in the terms of CAP 1.2.',
  rules: ['expires_at > sent_at', "(scope = 'RESTRICTED') = (restriction is not null)"],
})
export class Warning extends Labelled {
  @Text({ is: 'THREAT', says: 'Readable key, for example W-0001.', filter: true, searchable: true })
  reference!: string;

  @Word(WarningStatus, { is: 'THREAT', says: 'Whether it is meant.' })
  status!: WarningStatus;

  @Word(WarningMessageType, {
    is: 'THREAT',
    says: 'Whether it is the first alert, an update of it, or calls it off.',
    filter: true,
  })
  msgType!: WarningMessageType;

  @Word(WarningScope, {
    is: 'THREAT',
    says: 'For whom it is meant; who may read it is said by its label alone.',
    nullable: true,
    filter: true,
  })
  scope!: WarningScope | null;

  @Text({ is: 'THREAT', says: 'To what it is restricted, where its scope is.', nullable: true })
  restriction!: string | null;

  @Word(WarningCategory, { is: 'THREAT', says: 'Kind of event.', nullable: true, filter: true })
  category!: WarningCategory | null;

  @Word(WarningResponse, { is: 'THREAT', says: 'What its readers should do.', nullable: true })
  responseType!: WarningResponse | null;

  @Text({ is: 'THREAT', says: 'What to do, in words.', nullable: true })
  instruction!: string | null;

  @Word(WarningUrgency, { is: 'THREAT', says: 'How soon to act.' })
  urgency!: WarningUrgency;

  @Word(WarningSeverity, { is: 'THREAT', says: 'How bad it would be.', filter: true })
  severity!: WarningSeverity;

  @Word(WarningCertainty, { is: 'THREAT', says: 'How likely it is.' })
  certainty!: WarningCertainty;

  @Text({ is: 'THREAT', says: 'Area concerned, in words.', nullable: true })
  area!: string | null;

  @Moment({ is: 'THREAT', says: 'When it was issued.', order: true })
  sentAt!: Date;

  @Moment({ is: 'THREAT', says: 'When it ends.', nullable: true, filter: true, order: true })
  expiresAt!: Date | null;

  @Text({
    is: 'THREAT',
    says: 'What may be passed on below the label of the warning.',
    nullable: true,
    searchable: true,
  })
  tearline!: string | null;

  @States({ is: 'THREAT', says: 'States that the tearline was written for, at most 20.', nullable: true })
  tearlineTo!: string[] | null;

  @Text({ is: 'THREAT', says: 'The warning in full.', searchable: true })
  body!: string;

  @Text({ is: 'INTEL_SOURCE', says: 'Pseudonym of the source.', nullable: true, optional: true })
  sourceRef!: string | null;

  @Links(() => Mission, {
    is: 'THREAT',
    says: 'Posts concerned, at most 50.',
    filter: true,
    inverse: { field: 'warnings', is: 'THREAT', says: 'Warnings that concern this post.' },
  })
  missions?: Mission[];

  @Link(() => Incident, {
    is: 'THREAT',
    says: 'The incident that gave rise to it.',
    inverse: { field: 'warnings', is: 'EXISTENCE', says: 'Warnings that it gave rise to.' },
  })
  incident?: Incident | null;
}

/** What a tearline tells: all but the warning in full and how it came to be known, or nobody could act on it. */
const BELOW_THE_LINE = [
  'reference',
  'status',
  'msgType',
  'scope',
  'restriction',
  'category',
  'responseType',
  'instruction',
  'urgency',
  'severity',
  'certainty',
  'area',
  'sentAt',
  'expiresAt',
  'tearline',
  'missions',
  'synthetic',
] as const;

const issueWarning = create<Warning>()({
  field: 'issueWarning',
  says: 'Issues a warning of a threat to posts, with a tearline for other States where one is written.',
  noun: 'warning',
  inputSays:
    'A warning. It is labelled for the caller’s State, joined with the posts and all that it is drawn from; the tearline is under a label of its own.',
  about: 'missions',
  sets: {
    missions: { says: 'Posts concerned', max: 50 },
    incident: { required: false },
    scope: { required: false },
    restriction: { max: 400, required: false },
    category: { required: false },
    responseType: { required: false },
    instruction: { max: 2000, required: false },
    urgency: {},
    severity: {},
    certainty: {},
    area: { max: 400 },
    expiresAt: {},
    tearline: { max: 4000 },
    tearlineTo: { says: 'States that may read what stands below the line', max: 20, required: false },
    body: { max: 20_000 },
    synthetic: { says: 'Made for an exercise, not a real warning.', required: false },
  },
  derivedFrom: {
    says: 'Reports, judgements and warnings that it is drawn from, at most 20: it is labelled no lower than any of them.',
    max: 20,
    of: () => [IntelReport, ThreatAssessment, AnalyticProduct, Warning],
  },
  law: lawOfCommand('issueWarning'),
  check: ({ expiresAt, tearline, tearlineTo, scope, restriction }, { now }) => {
    if (expiresAt !== null && expiresAt.getTime() <= now)
      throw new ClientError('INPUT_INVALID', '`expiresAt` is past', 'input.expiresAt');
    if ((tearlineTo ?? []).length > 0 && tearline === null)
      throw new ClientError(
        'INPUT_INVALID',
        '`tearlineTo` names States, and `tearline` tells them nothing',
        'input.tearline',
      );
    // CAP 1.2: a restriction is said when and only when the scope is restricted.
    if ((scope === 'RESTRICTED') !== (restriction !== null))
      throw new ClientError(
        'INPUT_INVALID',
        '`restriction` is said of a `RESTRICTED` scope, and of no other',
        'input.restriction',
      );
  },
  tearline: { to: 'tearlineTo', shows: BELOW_THE_LINE },
  complete: {
    reference: () => madeReference('W'),
    status: ({ synthetic }) => (synthetic === true ? 'EXERCISE' : 'ACTUAL'),
    sentAt: (_, { viewer: { now } }) => new Date(now),
  },
});

const updateWarning = move<Warning>()({
  field: 'updateWarning',
  says: 'Amends a warning: who may read it sees it as it is now.',
  noun: 'update',
  inputSays: 'What of a warning is changed; what is left out stays.',
  to: ['UPDATE'],
  sets: {
    urgency: { required: false },
    severity: { required: false },
    certainty: { required: false },
    responseType: { required: false },
    instruction: { max: 2000, required: false },
    area: { max: 400, required: false },
    expiresAt: { required: false },
    tearline: { max: 4000, required: false },
    body: { max: 20_000, required: false },
  },
  law: lawOfCommand('updateWarning'),
  check: ({ expiresAt }, { now }) => {
    if (expiresAt === null || expiresAt.getTime() > now) return;
    throw new ClientError('INPUT_INVALID', '`expiresAt` is past', 'input.expiresAt');
  },
});

const cancelWarning = move<Warning>()({
  field: 'cancelWarning',
  says: 'Calls a warning off: it stays to be read, and no longer holds.',
  noun: 'cancellation',
  inputSays: 'Which warning is called off.',
  to: ['CANCEL'],
  sets: {},
  law: lawOfCommand('cancelWarning'),
});

export const warnings = aggregateOf(Warning, {
  one: 'warning',
  many: 'warnings',
  watched: { posts: 'missions', types: ['category'] },
  states: {
    of: 'msgType',
    first: 'ALERT',
    moves: { ALERT: ['UPDATE', 'CANCEL'], UPDATE: ['UPDATE', 'CANCEL'], CANCEL: [] },
  },
  commands: [
    issueWarning,
    updateWarning,
    cancelWarning,
    regrade<Warning>({ field: 'regradeWarning', record: 'warning', law: lawOfCommand('regradeWarning') }),
  ],
  events: [{ field: 'warningIssued', says: 'A warning that was issued or amended, as this caller sees it now.' }],
});
