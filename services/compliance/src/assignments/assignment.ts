import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Count, Link, Moment, Named, Text, Texts } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { LegalAct } from '../acts/legal-act.js';
import { Incident, Mission } from '../references.js';
import { Agency } from '../register/agency.js';

/** An agency's need-to-know in one case, as an act of assignment gives it, with when it was last relied on. */
@Recorded({
  name: 'Assignment',
  prefix: 'asg',
  says: 'An agency’s need-to-know in one case, as an act of assignment gives it, with when it was last relied on.',
})
export class Assignment extends Labelled {
  @Text({ is: 'LEGAL_ACT', says: 'Id of the act that assigns.', filter: true })
  act!: string;

  @Named(() => LegalAct, {
    is: 'LEGAL_ACT',
    says: 'The act that assigns.',
    of: 'act',
    by: 'reference',
  })
  legalAct?: LegalAct | null;

  @Count({ is: 'LEGAL_ACT', says: 'Version of the act.', least: 1 })
  version!: number;

  @Text({ is: 'LEGAL_ACT', says: 'State or organisation that assigns.', filter: true })
  issuer!: string;

  @Text({ is: 'LEGAL_ACT', says: 'Office that assigns.' })
  office!: string;

  @Text({ is: 'LEGAL_ACT', says: 'State or organisation that is assigned.', filter: true })
  represents!: string;

  @Text({ is: 'LEGAL_ACT', says: 'Agency that is assigned, * for all of its State.', filter: true })
  agency!: string;

  @Named(() => Agency, {
    is: 'LEGAL_ACT',
    says: 'That agency, where it is one that is known by name.',
    of: 'agency',
    by: 'reference',
  })
  assignedAgency?: Agency | null;

  @Text({
    is: 'LEGAL_ACT',
    says: 'Incident or mission that it is assigned to, as a request names its case.',
    filter: true,
  })
  caseReference!: string;

  @Named(() => Incident, {
    is: 'LEGAL_ACT',
    says: 'That incident, where it is one.',
    of: 'caseReference',
    by: 'id',
  })
  incident?: Incident | null;

  @Link(() => Mission, { is: 'LEGAL_ACT', says: 'The post whose records it reaches, where it is one.', filter: true })
  mission?: Mission | null;

  @Texts({ is: 'LEGAL_ACT', says: 'Kinds of data that it reaches, * for all.' })
  categories!: string[];

  @Moment({ is: 'LEGAL_ACT', says: 'Since when.', filter: true, order: true })
  fromAt!: Date;

  @Moment({
    is: 'LEGAL_ACT',
    says: 'Until when: its end, or its revocation if that is before.',
    nullable: true,
    filter: true,
    order: true,
  })
  endsAt!: Date | null;

  @Moment({ is: 'LEGAL_ACT', says: 'When it was revoked.', nullable: true })
  revokedAt!: Date | null;

  @Count({ is: 'AUDIT', optional: true, says: 'Requests that relied on it.', least: 0 })
  uses!: number;

  @Moment({
    is: 'AUDIT',
    optional: true,
    says: 'When a request last relied on it.',
    nullable: true,
    filter: true,
    order: true,
  })
  lastUsedAt!: Date | null;

  @Moment({
    is: 'AUDIT',
    optional: true,
    says: 'From when on it is stale: thirty days after it was last relied on, or begun.',
    filter: true,
    order: true,
  })
  staleAt!: Date;
}

export const assignments = aggregateOf(Assignment, { one: 'assignment', many: 'assignments' });
