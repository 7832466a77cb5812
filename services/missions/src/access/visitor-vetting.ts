import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Link, Moment, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../mission.js';
import { VisitRequest } from './visit-request.js';
import { Visitor } from './visitor.js';
import { VettingStatus } from './vocabulary.js';

/** Check of a visitor before a visit. */
@Recorded({ name: 'VisitorVetting', prefix: 'vvt', says: 'Check of a visitor before a visit.' })
export class VisitorVetting extends Labelled {
  @Text({
    is: 'SECURITY_POSTURE',
    says: 'Readable key, for example VVT-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Word(VettingStatus, { is: 'SECURITY_POSTURE', says: 'Where it stands.', filter: true })
  status!: VettingStatus;

  @Moment({ is: 'SECURITY_POSTURE', says: 'When it was decided.', nullable: true, filter: true, order: true })
  decidedAt!: Date | null;

  @Text({ is: 'PERSONAL_DATA', says: 'What was found.', nullable: true })
  remarks!: string | null;

  @Text({ is: 'INTEL_SOURCE', says: 'Pseudonym of a list that names the visitor.', nullable: true, optional: true })
  watchlistRef!: string | null;

  @Link(() => VisitRequest, {
    is: 'SECURITY_POSTURE',
    says: 'The visit that it is for.',
    filter: true,
    inverse: { field: 'vettings', is: 'EXISTENCE', says: 'Vettings of it.' },
  })
  visit?: VisitRequest | null;

  @Link(() => Visitor, { is: 'PERSONAL_DATA', says: 'Who was checked.', filter: true })
  visitor?: Visitor | null;

  @Link(() => Mission, {
    is: 'SECURITY_POSTURE',
    says: 'The post.',
    filter: true,
    inverse: { field: 'visitorVettings', is: 'EXISTENCE', says: 'Vettings of this post.' },
  })
  mission?: Mission | null;
}

export const visitorVettings = aggregateOf(VisitorVetting, {
  one: 'visitorVetting',
  many: 'visitorVettings',
  noun: 'vetting',
  nouns: 'vettings',
});
