import { defineEnum } from '@chancery/shared/schema/define-enum';
import { Kept, Link, Moment, Named, Text, Texts, Word } from '@chancery/shared/subgraph/record/decorators';
import { textKind } from '@chancery/shared/subgraph/record/kinds';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { LegalAct } from '../acts/legal-act.js';
import { Incident, Mission, Premises, Warning } from '../references.js';
import { Agency } from '../register/agency.js';

/** Where a request for information stands. */
export const InformationRequestStatus = defineEnum(
  'InformationRequestStatus',
  'Where a request for information stands: with the ministry that has yet to pass it on, with whom it is addressed to, under review, or at its end.',
  ['FILED', 'ROUTED', 'UNDER_REVIEW', 'ANSWERED', 'REFUSED', 'WITHDRAWN', 'LAPSED'],
  'a status of a request',
);
export type InformationRequestStatus = keyof typeof InformationRequestStatus;

/** By which way a request for information comes (VCDR 41(2)). */
export const InformationRequestWay = defineEnum(
  'InformationRequestWay',
  'By which way a request comes: straight, by the ministry for foreign affairs, by a channel that the two States agreed on, or straight because a life depends on it (VCDR 41(2)).',
  ['DIRECT', 'MINISTRY', 'AGREED', 'EMERGENCY'],
  'a way of a request',
);
export type InformationRequestWay = keyof typeof InformationRequestWay;

/** A request for values that are withheld from an agency, of a record that it sees. It opens nothing: its answer does. */
@Recorded({
  name: 'InformationRequest',
  prefix: 'irq',
  says: 'A request for values that are withheld from an agency, of a record that it sees. It opens nothing: what answers it does.',
  rules: ['due_at > filed_at'],
})
export class InformationRequest extends Labelled {
  @Text({ is: 'RESPONSE_REQUEST', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @Word(InformationRequestStatus, { is: 'RESPONSE_REQUEST', says: 'Where it stands.', filter: true })
  status!: InformationRequestStatus;

  @Text({ is: 'RESPONSE_REQUEST', says: 'Id of the record that it is about.', filter: true })
  record!: string;

  @Named(() => Incident, {
    is: 'RESPONSE_REQUEST',
    says: 'That record, where it is an incident.',
    of: 'record',
    by: 'id',
  })
  incident?: Incident | null;

  @Named(() => Warning, {
    is: 'RESPONSE_REQUEST',
    says: 'That record, where it is a warning.',
    of: 'record',
    by: 'id',
  })
  warning?: Warning | null;

  @Named(() => Premises, {
    is: 'RESPONSE_REQUEST',
    says: 'That record, where it is of premises.',
    of: 'record',
    by: 'id',
  })
  premises?: Premises | null;

  @Texts({ is: 'RESPONSE_REQUEST', says: 'Coordinates of the values that are asked for.' })
  coordinates!: string[];

  @Texts({ is: 'RESPONSE_REQUEST', says: 'Kinds of data that they are.' })
  categories!: string[];

  @Texts({ is: 'RESPONSE_REQUEST', says: 'Codes with which they were withheld.' })
  codes!: string[];

  @Link(() => Mission, {
    is: 'RESPONSE_REQUEST',
    says: 'The post that the record is about.',
    filter: true,
    inverse: { field: 'informationRequests', is: 'EXISTENCE', says: 'Requests for what is withheld of its records.' },
  })
  mission?: Mission | null;

  @Text({ is: 'RESPONSE_REQUEST', says: 'Agency that asks.', filter: true })
  requester!: string;

  @Named(() => Agency, {
    is: 'RESPONSE_REQUEST',
    says: 'That agency, where it is known by name.',
    of: 'requester',
    by: 'reference',
  })
  requesterAgency?: Agency | null;

  @Text({
    is: 'RESPONSE_REQUEST',
    says: 'State or organisation that can open it, to which it is addressed.',
    filter: true,
  })
  addressee!: string;

  @Texts({ is: 'RESPONSE_REQUEST', says: 'Agencies of the addressee that it is put before.' })
  addresseeAgencies!: string[];

  @Word(InformationRequestWay, { is: 'RESPONSE_REQUEST', says: 'By which way it comes.', filter: true })
  way!: InformationRequestWay;

  @Text({ is: 'RESPONSE_REQUEST', says: 'Ministry that passes it on.', nullable: true })
  through!: string | null;

  @Named(() => Agency, {
    is: 'RESPONSE_REQUEST',
    says: 'That ministry, where it is known by name.',
    of: 'through',
    by: 'reference',
  })
  throughAgency?: Agency | null;

  @Text({ is: 'RESPONSE_REQUEST', says: 'Rule by which it goes that way.' })
  routedBy!: string;

  @Text({ is: 'RESPONSE_REQUEST', says: 'Purpose that it is asked for.', filter: true })
  purpose!: string;

  @Text({ is: 'RESPONSE_REQUEST', says: 'Incident or mission that it is asked for.', nullable: true })
  caseReference!: string | null;

  @Named(() => Incident, {
    is: 'RESPONSE_REQUEST',
    says: 'That incident, where it is one.',
    of: 'caseReference',
    by: 'id',
  })
  caseIncident?: Incident | null;

  @Text({ is: 'RESPONSE_REQUEST', says: 'Why it is asked for.' })
  reason!: string;

  @Text({ is: 'RESPONSE_REQUEST', says: 'Receipt of the denial that it follows.', nullable: true, filter: true })
  evaluation!: string | null;

  @Moment({ is: 'RESPONSE_REQUEST', says: 'When it was filed.', order: true })
  filedAt!: Date;

  @Moment({
    is: 'RESPONSE_REQUEST',
    says: 'Until when an answer is asked for; after that it lapses.',
    filter: true,
    order: true,
  })
  dueAt!: Date;

  @Moment({ is: 'RESPONSE_REQUEST', says: 'When the ministry passed it on.', nullable: true })
  forwardedAt!: Date | null;

  @Moment({ is: 'RESPONSE_REQUEST', says: 'When somebody took it up.', nullable: true })
  takenUpAt!: Date | null;

  @Text({ is: 'RESPONSE_REQUEST', says: 'Agency that took it up.', nullable: true })
  takenUpBy!: string | null;

  @Named(() => Agency, {
    is: 'RESPONSE_REQUEST',
    says: 'That agency, where it is known by name.',
    of: 'takenUpBy',
    by: 'reference',
  })
  takenUpByAgency?: Agency | null;

  @Moment({ is: 'RESPONSE_REQUEST', says: 'When it came to its end.', nullable: true, order: true })
  closedAt!: Date | null;

  @Link(() => LegalAct, { is: 'RESPONSE_REQUEST', says: 'The act that answers it.' })
  answerAct?: LegalAct | null;

  @Moment({
    is: 'RESPONSE_REQUEST',
    says: 'Until when the act that answers it opens something, unless it is revoked.',
    nullable: true,
  })
  answerUntil!: Date | null;

  @Text({ is: 'RESPONSE_REQUEST', says: 'Id of the record that is told instead.', nullable: true })
  tearline!: string | null;

  @Text({ is: 'RESPONSE_REQUEST', says: 'Rule by which it is refused.', nullable: true })
  refusalRule!: string | null;

  @Text({ is: 'RESPONSE_REQUEST', says: 'The answer in words.', nullable: true })
  answerText!: string | null;

  /** What the record's own handling says of it: an act that answers must reach that. */
  @Kept(textKind(null))
  about!: string;
}
