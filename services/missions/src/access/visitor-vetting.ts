import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { move } from '@chancery/shared/subgraph/aggregate/move-command';
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

const decideVetting = move<VisitorVetting>()({
  field: 'decideVetting',
  says: 'Says what the check of a visitor came to.',
  noun: 'decision',
  inputSays: 'What a vetting came to. The visit itself is cleared or refused by its own command.',
  to: ['CLEARED', 'REFUSED'],
  sets: {},
  law: lawOfCommand('decideVetting'),
  complete: { decidedAt: (_, { viewer: { now } }) => new Date(now) },
});

export const visitorVettings = aggregateOf(VisitorVetting, {
  one: 'visitorVetting',
  many: 'visitorVettings',
  noun: 'vetting',
  nouns: 'vettings',
  states: { of: 'status', first: 'IN_REVIEW', moves: { IN_REVIEW: ['CLEARED', 'REFUSED'], CLEARED: [], REFUSED: [] } },
  commands: [
    ...keep<VisitorVetting>()({
      field: 'openVetting',
      of: 'VisitorVetting',
      says: 'Opens the check of a visitor before a visit.',
      sets: { visit: { ofPost: true }, visitor: { ofPost: true }, remarks: { max: 2000 }, watchlistRef: { max: 80 } },
      law: lawOfCommand,
    }),
    decideVetting,
  ],
});
