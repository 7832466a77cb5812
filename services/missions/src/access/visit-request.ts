import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { ClientError, WriteDenied } from '@chancery/shared/errors';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { move } from '@chancery/shared/subgraph/aggregate/move-command';
import { Kept, Link, Moment, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { textKind } from '@chancery/shared/subgraph/record/kinds';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import { Mission } from '../mission.js';
import { Visitor } from './visitor.js';
import { VisitPurpose, VisitStatus } from './vocabulary.js';

/** Request for a visit to a post. */
@Recorded({
  name: 'VisitRequest',
  prefix: 'vrq',
  says: 'Request for a visit to a post.',
  rules: ['closes_at > opens_at'],
})
export class VisitRequest extends Labelled {
  @Text({
    is: 'SECURITY_POSTURE',
    says: 'Readable key, for example VRQ-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Word(VisitPurpose, { is: 'SECURITY_POSTURE', says: 'What it is for.', filter: true })
  purpose!: VisitPurpose;

  @Text({ is: 'SECURITY_POSTURE', says: 'Office that is visited.', length: 80 })
  hostOffice!: string;

  @Moment({ is: 'SECURITY_POSTURE', says: 'From when.', filter: true, order: true })
  opensAt!: Date;

  @Moment({ is: 'SECURITY_POSTURE', says: 'Until when.', order: true })
  closesAt!: Date;

  @Word(VisitStatus, { is: 'SECURITY_POSTURE', says: 'Where it stands.', filter: true })
  status!: VisitStatus;

  @Text({ is: 'SECURITY_POSTURE', says: 'Badge that was given out.', nullable: true })
  badge!: string | null;

  @Moment({ is: 'SECURITY_POSTURE', says: 'When it was last decided on.', nullable: true })
  decidedAt!: Date | null;

  @Link(() => Visitor, {
    is: 'PERSONAL_DATA',
    says: 'Who asks.',
    filter: true,
    inverse: { field: 'visitRequests', is: 'EXISTENCE', says: 'Visit requests of it.' },
  })
  visitor?: Visitor | null;

  @Link(() => Mission, {
    is: 'SECURITY_POSTURE',
    says: 'The post.',
    filter: true,
    inverse: { field: 'visitRequests', is: 'EXISTENCE', says: 'Visit requests of this post.' },
  })
  mission?: Mission | null;

  /** Who asked for it: somebody else lets the visitor in. Null of a visit that came by import. */
  @Kept(textKind(null), { nullable: true })
  requestedBy!: string | null;
}

const VISIT_MAX_MS = 72 * 60 * 60 * 1000;

const requestVisit = create<VisitRequest>()({
  field: 'requestVisit',
  says: 'Asks that a visitor be let into a post.',
  noun: 'request',
  inputSays:
    'A visit to a post, of at most three days. Nobody is let in by it: the visitor is vetted first, and the visit approved.',
  about: 'mission',
  sets: {
    mission: {},
    visitor: { ofPost: true },
    purpose: {},
    hostOffice: {},
    opensAt: {},
    closesAt: {},
    synthetic: { says: 'Made for an exercise of this system, not real.', required: false },
  },
  law: lawOfCommand('requestVisit'),
  check: ({ opensAt, closesAt }, { now }) => {
    if (closesAt <= opensAt) refuse('`closesAt` is not after `opensAt`', 'input.closesAt');
    if (closesAt.getTime() <= now) refuse('`closesAt` is past', 'input.closesAt');
    if (closesAt.getTime() - opensAt.getTime() > VISIT_MAX_MS)
      refuse('a visit is of at most 72 hours', 'input.closesAt');
  },
  complete: {
    reference: () => madeReference('VRQ'),
    requestedBy: (_, { viewer }) => viewer.profile.subject.id,
  },
});

function refuse(message: string, argument: string): never {
  throw new ClientError('INPUT_INVALID', message, argument);
}

const vetVisitor = move<VisitRequest>()({
  field: 'vetVisitor',
  says: 'Takes up the check of a visitor, clears the visitor, or refuses.',
  noun: 'check',
  inputSays: 'What the check of a visitor came to.',
  to: ['IN_VETTING', 'CLEARED', 'REFUSED'],
  sets: {},
  law: lawOfCommand('vetVisitor'),
  complete: { decidedAt: (_, { viewer }) => new Date(viewer.now) },
});

const approveVisit = move<VisitRequest>()({
  field: 'approveVisit',
  says: 'Lets a visitor in who was cleared.',
  noun: 'approval',
  inputSays: 'A visit of a visitor who was cleared: nobody else is let in.',
  to: ['APPROVED'],
  sets: { badge: { max: 40, required: false } },
  law: lawOfCommand('approveVisit'),
  complete: {
    decidedAt: (_, { viewer, record }) => {
      if (record.requestedBy !== viewer.profile.subject.id) return new Date(viewer.now);
      throw new WriteDenied('somebody else lets a visitor in than asked for it', ['CHY-GATE']);
    },
  },
});

const closeVisit = move<VisitRequest>()({
  field: 'closeVisit',
  says: 'Says that a visit is over, or that it does not take place.',
  noun: 'end of a visit',
  inputSays:
    'A visit that took place is completed once it was approved; one that does not is cancelled at any time before.',
  to: ['COMPLETED', 'CANCELLED'],
  sets: {},
  law: lawOfCommand('closeVisit'),
});

export const visitRequests = aggregateOf(VisitRequest, {
  one: 'visitRequest',
  many: 'visitRequests',
  noun: 'visit request',
  nouns: 'visit requests',
  states: {
    of: 'status',
    first: 'REQUESTED',
    moves: {
      REQUESTED: ['IN_VETTING', 'CLEARED', 'REFUSED', 'CANCELLED'],
      IN_VETTING: ['CLEARED', 'REFUSED', 'CANCELLED'],
      CLEARED: ['APPROVED', 'REFUSED', 'CANCELLED'],
      APPROVED: ['COMPLETED', 'CANCELLED'],
      REFUSED: [],
      COMPLETED: [],
      CANCELLED: [],
    },
  },
  commands: [requestVisit, vetVisitor, approveVisit, closeVisit],
});
