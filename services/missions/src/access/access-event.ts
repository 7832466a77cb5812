import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { enter } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { Link, Moment, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../mission.js';
import { AccessControlPoint } from './access-control-point.js';
import { Credential } from './credential.js';
import { AccessDirection, AccessResult } from './vocabulary.js';

/** Somebody at an access control point. */
@Recorded({ name: 'AccessEvent', prefix: 'ace', says: 'Somebody at an access control point.' })
export class AccessEvent extends Labelled {
  @Text({
    is: 'SECURITY_POSTURE',
    says: 'Readable key, for example ACE-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Word(AccessDirection, { is: 'SECURITY_POSTURE', says: 'Which way.', filter: true })
  direction!: AccessDirection;

  @Word(AccessResult, { is: 'SECURITY_POSTURE', says: 'What the point answered.', filter: true })
  result!: AccessResult;

  @Moment({ is: 'SECURITY_POSTURE', says: 'When.', filter: true, order: true })
  occurredAt!: Date;

  @Link(() => AccessControlPoint, {
    is: 'SECURITY_POSTURE',
    says: 'Where.',
    filter: true,
    inverse: { field: 'accessEvents', is: 'EXISTENCE', says: 'Access events of it.' },
  })
  point?: AccessControlPoint | null;

  @Link(() => Credential, { is: 'PERSONAL_DATA', says: 'By what.', filter: true })
  credential?: Credential | null;

  @Link(() => Mission, {
    is: 'SECURITY_POSTURE',
    says: 'The post.',
    filter: true,
    inverse: { field: 'accessEvents', is: 'EXISTENCE', says: 'Access events of this post.' },
  })
  mission?: Mission | null;
}

export const accessEvents = aggregateOf(AccessEvent, {
  one: 'accessEvent',
  many: 'accessEvents',
  noun: 'access event',
  nouns: 'access events',
  commands: [
    enter<AccessEvent>()({
      field: 'recordAccess',
      says: 'Writes down that somebody stood at an access control point; it stays as it is written.',
      sets: {
        point: { ofPost: true },
        credential: { ofPost: true, required: false },
        direction: {},
        result: {},
        occurredAt: { time: 'PAST' },
      },
      law: lawOfCommand,
    }),
  ],
});
