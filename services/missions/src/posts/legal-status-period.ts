import { Day, Link, Moment, State, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../mission.js';
import { LegalStatus } from './vocabulary.js';

/** Standing of a post in one State between two days, as the register knew it between two moments. */
@Recorded({
  name: 'LegalStatusPeriod',
  prefix: 'lsp',
  says: 'Standing of a post in one State between two days, as the register knew it between two moments.',
  rules: ['held_until > held_from', 'superseded_at >= recorded_at'],
})
export class LegalStatusPeriod extends Labelled {
  @Text({
    is: 'LEGAL_STATUS',
    says: 'Readable key, for example LSP-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @State({ is: 'LEGAL_STATUS', says: 'State of accreditation in which it had this standing.', filter: true })
  receivingState!: string;

  @Word(LegalStatus, { is: 'LEGAL_STATUS', says: 'The standing.', filter: true })
  status!: LegalStatus;

  @Day({
    is: 'LEGAL_STATUS',
    says: 'Day on which the receiving State was notified; none of a post that never was.',
    nullable: true,
  })
  notifiedOn!: string | null;

  @Text({
    is: 'LEGAL_ACT',
    says: 'Act by which the receiving State consented to it (VCDR 2, 12; VCCR 4).',
    nullable: true,
  })
  consentRef!: string | null;

  @State({ is: 'LEGAL_STATUS', says: 'State to which its interests are entrusted (VCDR 45(c), 46).', nullable: true })
  protectingPower!: string | null;

  @Day({ is: 'LEGAL_STATUS', says: 'First day on which it had this standing.', filter: true, order: true })
  heldFrom!: string;

  @Day({ is: 'LEGAL_STATUS', says: 'First day on which it no longer had it.', nullable: true, filter: true })
  heldUntil!: string | null;

  @Moment({ is: 'LEGAL_STATUS', says: 'When the register learnt of it.', filter: true, order: true })
  recordedAt!: Date;

  @Moment({
    is: 'LEGAL_STATUS',
    says: 'When the register learnt better; none while it holds.',
    nullable: true,
    filter: true,
  })
  supersededAt!: Date | null;

  @Link(() => Mission, {
    is: 'LEGAL_STATUS',
    says: 'The post.',
    filter: true,
    inverse: { field: 'legalStatusPeriods', is: 'EXISTENCE', says: 'Periods of legal status of this post.' },
  })
  mission?: Mission | null;
}
