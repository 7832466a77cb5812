import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { dayOf } from '@chancery/shared/calendar';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { Day, Link, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../mission.js';
import { ControlFunction, ControlStatus } from './vocabulary.js';

/** What protects a system of a post against attacks on it. */
@Recorded({ name: 'CyberControl', prefix: 'cyc', says: 'What protects a system of a post against attacks on it.' })
export class CyberControl extends Labelled {
  @Text({
    is: 'SECURITY_POSTURE',
    says: 'Readable key, for example CYC-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Text({ is: 'SECURITY_POSTURE', says: 'The system.' })
  system!: string;

  @Word(ControlFunction, { is: 'SECURITY_POSTURE', says: 'Its function.', filter: true })
  function!: ControlFunction;

  @Text({ is: 'SECURITY_POSTURE', says: 'What is done.' })
  measure!: string;

  @Word(ControlStatus, { is: 'SECURITY_POSTURE', says: 'How far it is in place.', filter: true })
  status!: ControlStatus;

  @Day({ is: 'SECURITY_POSTURE', says: 'Day of the last check.', filter: true, order: true })
  checkedOn!: string;

  @Link(() => Mission, {
    is: 'SECURITY_POSTURE',
    says: 'The post.',
    filter: true,
    inverse: { field: 'cyberControls', is: 'EXISTENCE', says: 'Cyber controls of this post.' },
  })
  mission?: Mission | null;
}

export const cyberControls = aggregateOf(CyberControl, {
  one: 'cyberControl',
  many: 'cyberControls',
  noun: 'cyber control',
  nouns: 'cyber controls',
  commands: keep<CyberControl>()({
    field: 'registerCyberControl',
    of: 'CyberControl',
    says: 'Registers what protects a system of a post, as it was found today.',
    sets: { system: { max: 200 }, function: {}, measure: { max: 2000 }, status: {} },
    complete: { checkedOn: (_, { viewer: { now } }) => dayOf(now) },
    amended: { checkedOn: (_, { viewer: { now } }) => dayOf(now) },
    law: lawOfCommand,
  }),
});
