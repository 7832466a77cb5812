import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Count, Flag, Links, Moment, Named, Text, Texts, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { ActKind } from '../acts/legal-act.js';
import { Mission } from '../references.js';
import { Agency } from '../register/agency.js';
import { AuditEntryKind } from './audit-entry.js';
import { AuditedDecision, AuditedReplay, AuditSide } from './audited-words.js';

/** One coordinate under one handling in one request: who received it, or was refused it, and by which rule. */
@Recorded({
  name: 'AuditedAccess',
  prefix: 'aac',
  hasOwnIndexes: true,
  says: 'One coordinate under one handling in one request: who received it, or was refused it, and by which rule.',
})
export class AuditedAccess extends Labelled {
  @Text({ is: 'AUDIT', optional: true, says: 'Receipt of the request.', filter: true })
  receipt!: string;

  @Moment({ is: 'AUDIT', optional: true, says: 'When it was written.', filter: true, order: true })
  recordedAt!: Date;

  @Word(AuditEntryKind, {
    is: 'AUDIT',
    optional: true,
    says: 'Through which verb: a query, an event of a subscription, a command.',
    filter: true,
  })
  kind!: AuditEntryKind;

  @Word(AuditSide, { is: 'AUDIT', optional: true, says: 'Whose oversight it is for.', filter: true })
  side!: AuditSide;

  @Word(AuditedDecision, { is: 'AUDIT', optional: true, says: 'How it was decided.', filter: true })
  decision!: AuditedDecision;

  @Text({
    is: 'AUDIT',
    optional: true,
    says: 'Coordinate, EXISTENCE for a row.',
    filter: true,

    group: true,
  })
  coordinate!: string;

  @Text({
    is: 'AUDIT',
    optional: true,
    says: 'Kind of data that the coordinate is; null where this schema has no such coordinate.',
    nullable: true,
    filter: true,

    group: true,
  })
  category!: string | null;

  @Count({
    is: 'AUDIT',
    optional: true,
    says: 'Highest rank of its label, 0 unclassified to 4 top secret.',
    nullable: true,
    filter: true,
    order: true,
    group: true,
    least: 0,
  })
  rank!: number | null;

  @Count({
    is: 'AUDIT',
    optional: true,
    says: 'Rank of the clearance of who asked, under the policies of that label; where it has none of them, its highest.',
    filter: true,
    group: true,
    least: 0,
  })
  clearance!: number;

  @Flag({
    is: 'AUDIT',
    optional: true,
    says: 'Whether its label names an originator whose consent a further recipient needs.',
    nullable: true,
    filter: true,
  })
  isOriginatorControlled!: boolean | null;

  @Flag({
    is: 'AUDIT',
    optional: true,
    says: 'Whether its label says foreign government information.',
    nullable: true,
    filter: true,
  })
  isForeignGovernment!: boolean | null;

  @Text({
    is: 'AUDIT',
    optional: true,
    says: 'Marking policy of its label: of several that of an organisation first, then that of the highest rank.',
    nullable: true,
    filter: true,

    group: true,
  })
  markingPolicy!: string | null;

  @Texts({ is: 'AUDIT', optional: true, says: 'All marking policies of its label.' })
  markingPolicies!: string[];

  @Flag({
    is: 'AUDIT',
    optional: true,
    says: 'Whether its label is of an organisation of which the State of who asked was no member then, by the table of memberships.',
    nullable: true,
    filter: true,
  })
  isNonMember!: boolean | null;

  @Count({ is: 'AUDIT', optional: true, says: 'Values of it.', order: true, least: 0 })
  count!: number;

  @Links(() => Mission, {
    is: 'AUDIT',
    optional: true,
    says: 'Posts that the records concerned.',
    filter: true,
    inverse: {
      field: 'auditedAccesses',
      is: 'EXISTENCE',
      says: 'Who received something of the post, or was refused it.',
    },
  })
  missions?: Mission[] | null;

  @Text({
    is: 'AUDIT',
    optional: true,
    says: 'Agency that made the records.',
    nullable: true,
    filter: true,
  })
  owner!: string | null;

  @Named(() => Agency, {
    is: 'AUDIT',
    optional: true,
    says: 'That agency, where it is known by name.',
    of: 'owner',
    by: 'reference',
  })
  ownerAgency?: Agency | null;

  @Text({
    is: 'AUDIT',
    optional: true,
    says: 'Pseudonym of the person whom the records concern, told to the State whose records they are.',
    nullable: true,
    filter: true,
  })
  person!: string | null;

  @Text({ is: 'AUDIT', optional: true, says: 'Agency that asked.', filter: true, group: true })
  agency!: string;

  @Named(() => Agency, {
    is: 'AUDIT',
    optional: true,
    says: 'That agency, where it is known by name.',
    of: 'agency',
    by: 'reference',
  })
  askingAgency?: Agency | null;

  @Text({
    is: 'AUDIT',
    optional: true,
    says: 'State or organisation that it acts for.',
    filter: true,

    group: true,
  })
  represents!: string;

  @Text({
    is: 'AUDIT',
    optional: true,
    says: 'What it was relative to the first post of the records, by the facts of that time.',
    nullable: true,
    filter: true,

    group: true,
  })
  role!: string | null;

  @Text({
    is: 'AUDIT',
    optional: true,
    says: 'Pseudonym of the person who asked.',
    filter: true,

    group: true,
  })
  subject!: string;

  @Text({
    is: 'AUDIT',
    optional: true,
    says: 'Purpose that was declared.',
    nullable: true,
    filter: true,

    group: true,
  })
  purpose!: string | null;

  @Text({ is: 'AUDIT', optional: true, says: 'Case that was named.', nullable: true, filter: true })
  caseReference!: string | null;

  @Text({
    is: 'AUDIT',
    optional: true,
    says: 'The first rule that decided.',
    nullable: true,
    filter: true,

    group: true,
  })
  rule!: string | null;

  @Texts({ is: 'AUDIT', optional: true, says: 'All rules that decided.' })
  rules!: string[];

  @Text({
    is: 'AUDIT',
    optional: true,
    says: 'The first act that the decision rested on.',
    nullable: true,
    filter: true,
  })
  act!: string | null;

  @Texts({ is: 'AUDIT', optional: true, says: 'All acts that the decision rested on.' })
  acts!: string[];

  @Word(ActKind, {
    is: 'AUDIT',
    optional: true,
    says: 'Kind of the first act that it rested on, by the law of that time.',
    nullable: true,
    filter: true,
  })
  actKind!: ActKind | null;

  @Flag({
    is: 'AUDIT',
    optional: true,
    says: 'Whether it was disclosed by a rule on transfers to third countries and organisations.',
    filter: true,
  })
  isTransfer!: boolean;

  @Flag({
    is: 'AUDIT',
    optional: true,
    says: 'Whether this person received this coordinate, of records of that agency under that label, for the first time.',
    filter: true,
  })
  isFirst!: boolean;

  @Word(AuditedReplay, {
    is: 'AUDIT',
    optional: true,
    says: 'What deciding it again came to, when this row was written.',
    filter: true,
  })
  replay!: AuditedReplay;
}

export const auditedAccesses = aggregateOf(AuditedAccess, {
  one: 'auditedAccess',
  many: 'auditedAccesses',
  noun: 'audited access',
  nouns: 'audited accesses',
});
