import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Count, Links, Moment, Text, Texts, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../references.js';

/** How a coordinate was decided. */
export const AuditedDecision = defineEnum(
  'AuditedDecision',
  'How a coordinate was decided: disclosed, withheld and said to be, hidden as if absent, or fetched for the gateway alone.',
  ['ALLOWED', 'WITHHELD', 'HIDDEN', 'INTERNAL'],
  'a decision',
);
export type AuditedDecision = keyof typeof AuditedDecision;

/** Whose oversight a row is for. */
export const AuditSide = defineEnum(
  'AuditSide',
  'Whose oversight it is for: that of the State whose record it was, or that of the State whose agency asked.',
  ['OWNER', 'REQUESTER'],
  'a side',
);
export type AuditSide = keyof typeof AuditSide;

/** One coordinate under one handling in one request: who received it, or was refused it, and by which rule. */
@Recorded({
  name: 'AuditedAccess',
  prefix: 'aac',
  says: 'One coordinate under one handling in one request: who received it, or was refused it, and by which rule.',
})
export class AuditedAccess extends Labelled {
  @Text({ is: 'AUDIT', optional: true, says: 'Receipt of the request.', filter: true })
  receipt!: string;

  @Moment({ is: 'AUDIT', optional: true, says: 'When it was written.', filter: true, order: true })
  recordedAt!: Date;

  @Word(AuditSide, { is: 'AUDIT', optional: true, says: 'Whose oversight it is for.', filter: true })
  side!: AuditSide;

  @Word(AuditedDecision, { is: 'AUDIT', optional: true, says: 'How it was decided.', filter: true })
  decision!: AuditedDecision;

  @Text({ is: 'AUDIT', optional: true, says: 'Coordinate, EXISTENCE for a row.', filter: true })
  coordinate!: string;

  @Count({
    is: 'AUDIT',
    optional: true,
    says: 'Highest rank of its label, 0 unclassified to 4 top secret.',
    filter: true,
    order: true,
    least: 0,
  })
  rank!: number;

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

  @Text({ is: 'AUDIT', optional: true, says: 'Agency that made the records.', nullable: true, filter: true })
  owner!: string | null;

  @Text({ is: 'AUDIT', optional: true, says: 'Agency that asked.', filter: true })
  agency!: string;

  @Text({ is: 'AUDIT', optional: true, says: 'State or organisation that it acts for.', filter: true })
  represents!: string;

  @Text({ is: 'AUDIT', optional: true, says: 'Pseudonym of the person who asked.', filter: true })
  subject!: string;

  @Text({ is: 'AUDIT', optional: true, says: 'Purpose that was declared.', nullable: true, filter: true })
  purpose!: string | null;

  @Text({ is: 'AUDIT', optional: true, says: 'Case that was named.', nullable: true, filter: true })
  caseReference!: string | null;

  @Text({ is: 'AUDIT', optional: true, says: 'The first rule that decided.', nullable: true, filter: true })
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
}

export const auditedAccesses = aggregateOf(AuditedAccess, {
  one: 'auditedAccess',
  many: 'auditedAccesses',
  noun: 'audited access',
  nouns: 'audited accesses',
});
