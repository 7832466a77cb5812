import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { Flag, Link, Text, Texts, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../mission.js';
import { AccessPointKind } from './vocabulary.js';

/** Where identity is checked before somebody goes on. */
@Recorded({ name: 'AccessControlPoint', prefix: 'acp', says: 'Where identity is checked before somebody goes on.' })
export class AccessControlPoint extends Labelled {
  @Text({
    is: 'SECURITY_POSTURE',
    says: 'Readable key, for example ACP-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Text({ is: 'SECURITY_POSTURE', says: 'What it is called.', searchable: true })
  name!: string;

  @Word(AccessPointKind, { is: 'SECURITY_POSTURE', says: 'What it is.', filter: true })
  kind!: AccessPointKind;

  @Text({ is: 'SECURITY_POSTURE', says: 'Zone behind it.', length: 80, filter: true })
  zone!: string;

  @Texts({ is: 'SECURITY_POSTURE', says: 'What is checked there, in order.' })
  screening!: string[];

  @Flag({ is: 'SECURITY_POSTURE', says: 'Whether a guard stands there.' })
  staffed!: boolean;

  @Link(() => Mission, {
    is: 'SECURITY_POSTURE',
    says: 'The post.',
    filter: true,
    inverse: { field: 'accessControlPoints', is: 'EXISTENCE', says: 'Access control points of this post.' },
  })
  mission?: Mission | null;
}

export const accessControlPoints = aggregateOf(AccessControlPoint, {
  one: 'accessControlPoint',
  many: 'accessControlPoints',
  noun: 'access control point',
  nouns: 'access control points',
  commands: keep<AccessControlPoint>()({
    field: 'registerAccessPoint',
    of: 'AccessControlPoint',
    says: 'Registers where identity is checked before somebody goes on.',
    sets: { name: { max: 200 }, kind: {}, zone: {}, screening: { max: 20, each: 200 }, staffed: {} },
    law: lawOfCommand,
  }),
});
