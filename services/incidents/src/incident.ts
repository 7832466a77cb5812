import { randomBytes } from 'node:crypto';
import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { move } from '@chancery/shared/subgraph/aggregate/move-command';
import { regrade } from '@chancery/shared/subgraph/aggregate/regrade-command';
import { Count, Day, Link, Moment, State, Text, Texts, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from './references.js';
import { checkDay, relationOf } from './reporting/incident-values.js';
import { checkNobodyMissing } from './response/still-open.js';
import { Confidence, IncidentSeverity, IncidentStatus, IncidentType, IppOffence, SiteKind } from './vocabulary.js';

/** Something that happened at, to or through a post: a public case study, or a record of operations. */
@Recorded({
  name: 'Incident',
  prefix: 'inc',
  says: 'Something that happened at, to or through a post.',
  rules: ['ended_at >= started_at'],
  idSays: 'Opaque, inc_ and 26 characters; the value of Chancery-Case.',
})
export class Incident extends Labelled {
  @Text({
    is: 'INCIDENT_FACT',
    says: 'Readable key, for example 1979-11-04-tehran-usa.',
    filter: true,
    searchable: true,
  })
  reference!: string;

  @Word(IncidentType, { is: 'INCIDENT_FACT', says: 'What happened.', filter: true })
  type!: IncidentType;

  @Day({ is: 'INCIDENT_FACT', says: 'Day it began.', filter: true, order: true })
  occurredOn!: string;

  @Text({ is: 'INCIDENT_FACT', says: 'City as the source names it.', searchable: true })
  city!: string;

  @State({
    is: 'INCIDENT_FACT',
    says: 'State whose post it was; may have ceased to exist.',
    nullable: true,
    filter: true,
  })
  sendingState!: string | null;

  @State({ is: 'INCIDENT_FACT', says: 'State where it happened.', filter: true })
  receivingState!: string;

  @Word(SiteKind, { is: 'INCIDENT_FACT', says: 'Kind of place.' })
  siteKind!: SiteKind;

  @Count({ is: 'INCIDENT_FACT', says: 'Deaths, where stated with confidence.', least: 0, nullable: true, order: true })
  fatalities!: number | null;

  @Text({ is: 'INCIDENT_FACT', says: 'Short account.', searchable: true })
  summary!: string;

  @Texts({ is: 'INCIDENT_FACT', says: 'Ids of legal rules that bear on it.' })
  legalRules!: string[];

  @Text({ is: 'INCIDENT_FACT', says: 'Title of the source.', nullable: true })
  source!: string | null;

  @Word(Confidence, { is: 'INCIDENT_FACT', says: 'How sure the account is.', nullable: true })
  confidence!: Confidence | null;

  @Word(IncidentStatus, { is: 'INCIDENT_FACT', says: 'Where it stands.', filter: true })
  status!: IncidentStatus;

  @Word(IncidentSeverity, {
    is: 'INCIDENT_FACT',
    says: 'How bad it is, once it is assessed.',
    nullable: true,
    filter: true,
  })
  severity!: IncidentSeverity | null;

  @Word(IppOffence, {
    is: 'INCIDENT_FACT',
    says: 'Offence of the convention of 1973 that it would be, before any court has said so.',
    nullable: true,
    filter: true,
  })
  ippOffence!: IppOffence | null;

  @Moment({ is: 'INCIDENT_FACT', says: 'When it began, where the hour is known.', nullable: true, order: true })
  startedAt!: Date | null;

  @Moment({ is: 'INCIDENT_FACT', says: 'When it was over.', nullable: true, order: true })
  endedAt!: Date | null;

  @Count({ is: 'INCIDENT_FACT', says: 'Injured, where known.', least: 0, nullable: true, order: true })
  injured!: number | null;

  @Moment({ is: 'RESPONSE_RECORD', says: 'Since when what it broke is being put right.', nullable: true, order: true })
  recoveryFrom!: Date | null;

  @Moment({ is: 'RESPONSE_RECORD', says: 'When its record was closed.', nullable: true, order: true })
  closedAt!: Date | null;

  // Case studies are public, so that a post has some is no secret; each is still listed by its own link.
  @Link(() => Mission, {
    is: 'INCIDENT_FACT',
    says: 'The post, when one in the register matches.',
    filter: true,
    inverse: { field: 'incidents', is: 'EXISTENCE', says: 'Incidents of this post.' },
  })
  mission?: Mission | null;
}

const REFERENCE_BYTES = 5;

/** Who reports an incident, which States are concerned and how it is labelled are no part of what somebody reports. */
const reportIncident = create<Incident>()({
  field: 'reportIncident',
  says: 'Reports an incident at a post.',
  noun: 'report',
  inputSays:
    'An incident at a post. The caller is its originator; its label is that of the caller’s State, joined with those that it comes from.',
  about: 'mission',
  sets: {
    mission: { says: 'The post.' },
    type: {},
    occurredOn: {},
    city: { says: 'City.', max: 200 },
    receivingState: {
      says: 'State where it happened: for a post that is accredited to several, which of them.',
      required: false,
    },
    siteKind: {},
    fatalities: { says: 'Deaths, where known.', max: 1_000_000 },
    summary: { max: 4000 },
    confidence: {},
    synthetic: { says: 'Made for an exercise, not a real report.', required: false },
  },
  derivedFrom: {
    says: 'Incidents that the account is drawn from, at most 20: it is labelled no lower than any of them.',
    max: 20,
  },
  law: lawOfCommand('reportIncident'),
  check: ({ occurredOn }, { now }) => checkDay(occurredOn, now),
  complete: {
    reference: ({ occurredOn }) =>
      `R-${occurredOn.slice(0, 4)}-${randomBytes(REFERENCE_BYTES).toString('hex').toUpperCase()}`,
    sendingState: ({ receivingState }, making) => relationOf(making, receivingState).sending,
    receivingState: ({ receivingState }, making) => relationOf(making, receivingState).receiving,
    legalRules: () => [],
  },
});

const advanceIncident = move<Incident>()({
  field: 'advanceIncident',
  says: 'Says that an incident stands elsewhere than before.',
  noun: 'change',
  inputSays: 'Where an incident stands now, and how bad it is.',
  to: ['ASSESSED', 'RESPONDING', 'CONTAINED', 'RECOVERY'],
  sets: { severity: {}, ippOffence: {}, injured: { max: 1_000_000 } },
  law: lawOfCommand('advanceIncident'),
});

const closeIncident = move<Incident>()({
  field: 'closeIncident',
  says: 'Closes the record of an incident, once its evacuations are over and everybody on their manifests is accounted for; what is learnt of it is recorded apart.',
  noun: 'closure',
  inputSays: 'An incident that is over.',
  to: ['CLOSED'],
  sets: {},
  law: lawOfCommand('closeIncident'),
  besides: checkNobodyMissing,
  complete: { closedAt: (_, { viewer: { now } }) => new Date(now) },
});

export const incidents = aggregateOf(Incident, {
  one: 'incident',
  many: 'incidents',
  watched: { posts: 'mission', types: ['type'] },
  events: [{ field: 'incidentUpdated', says: 'An incident that was reported or changed, as this caller sees it now.' }],
  states: {
    of: 'status',
    first: 'REPORTED',
    moves: {
      REPORTED: ['ASSESSED', 'RESPONDING', 'CLOSED'],
      ASSESSED: ['RESPONDING', 'CONTAINED', 'CLOSED'],
      RESPONDING: ['CONTAINED', 'RECOVERY'],
      CONTAINED: ['RESPONDING', 'RECOVERY', 'CLOSED'],
      RECOVERY: ['RESPONDING', 'CLOSED'],
      CLOSED: [],
    },
  },
  commands: [
    reportIncident,
    advanceIncident,
    closeIncident,
    regrade<Incident>({ field: 'regradeIncident', record: 'incident', law: lawOfCommand('regradeIncident') }),
  ],
});
