import { ENTRY_KINDS } from '@chancery/ledger/entry';
import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Count, Kept, Moment, Named, Text, Texts, Word } from '@chancery/shared/subgraph/record/decorators';
import { countKind } from '@chancery/shared/subgraph/record/kinds';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Incident } from '../references.js';
import { Agency } from '../register/agency.js';

/** What an entry of the ledger records. */
export const AuditEntryKind = defineEnum(
  'AuditEntryKind',
  'What an entry of the ledger records.',
  ENTRY_KINDS,
  'a kind of entry',
);
export type AuditEntryKind = keyof typeof AuditEntryKind;

/** One request of an agency as it stands on the ledger, for the oversight of that agency's State. */
@Recorded({
  name: 'AuditEntry',
  prefix: 'aud',
  hasOwnIndexes: true,
  says: 'One request of an agency as it stands on the ledger, for the oversight of that agency’s State: decisions, never data.',
})
export class AuditEntry extends Labelled {
  @Text({ is: 'AUDIT', optional: true, says: 'Receipt that the caller got.', filter: true })
  receipt!: string;

  /** Log that holds it, and its index there, which no question reads: by those of its own entries one State would count what all others ask in between. */
  @Kept(countKind(0))
  logNumber!: number;

  @Kept(countKind(0))
  position!: number;

  @Moment({ is: 'AUDIT', optional: true, says: 'When it was written.', filter: true, order: true })
  recordedAt!: Date;

  @Word(AuditEntryKind, { is: 'AUDIT', optional: true, says: 'What it records.', filter: true })
  kind!: AuditEntryKind;

  @Text({
    is: 'AUDIT',
    optional: true,
    says: 'Code with which the request failed as a whole.',
    nullable: true,
    filter: true,
  })
  failure!: string | null;

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
  })
  purpose!: string | null;

  @Text({ is: 'AUDIT', optional: true, says: 'Case that was named.', nullable: true, filter: true })
  caseReference!: string | null;

  @Named(() => Incident, {
    is: 'AUDIT',
    optional: true,
    says: 'That incident, where it is one.',
    of: 'caseReference',
    by: 'id',
  })
  incident?: Incident | null;

  @Text({ is: 'AUDIT', optional: true, says: 'Name of the operation.', nullable: true, filter: true })
  operation!: string | null;

  @Text({
    is: 'AUDIT',
    optional: true,
    says: 'The first command that it asked for.',
    nullable: true,
    filter: true,

    group: true,
  })
  command!: string | null;

  @Text({
    is: 'AUDIT',
    optional: true,
    says: 'Trace that its attempt, its outcome and what it fetched have in common.',
    filter: true,
  })
  trace!: string;

  @Text({ is: 'AUDIT', optional: true, says: 'SHA-256 of the document.', nullable: true, filter: true })
  document!: string | null;

  @Texts({ is: 'AUDIT', optional: true, says: 'Schema coordinates of the arguments and input fields that were given.' })
  askedBy!: string[];

  @Texts({ is: 'AUDIT', optional: true, says: 'Acts that decisions rested on.' })
  acts!: string[];

  @Text({ is: 'AUDIT', optional: true, says: 'Basis in the words of the listed operation.', nullable: true })
  statedBasis!: string | null;

  @Text({ is: 'AUDIT', optional: true, says: 'SHA-256 of the policies that decided.', filter: true })
  policy!: string;

  @Count({ is: 'AUDIT', optional: true, says: 'Number of the snapshot of facts and acts.', nullable: true, least: 0 })
  snapshot!: number | null;

  @Count({ is: 'AUDIT', optional: true, says: 'Values that were disclosed.', least: 0 })
  disclosed!: number;

  @Count({ is: 'AUDIT', optional: true, says: 'Values that were withheld and said to be.', least: 0 })
  withheld!: number;

  @Texts({ is: 'AUDIT', optional: true, says: 'Claims beyond the trust agreement that were cut.' })
  clipped!: string[];
}

export const auditEntries = aggregateOf(AuditEntry, {
  one: 'auditEntry',
  many: 'auditEntries',
  noun: 'audit entry',
  nouns: 'audit entries',
});
