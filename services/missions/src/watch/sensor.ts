import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { Count, Link, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../mission.js';
import { FootageBasis, SensorArea, SensorKind, SensorStatus } from './vocabulary.js';

/** What watches a part of a post. */
@Recorded({ name: 'Sensor', prefix: 'sns', says: 'What watches a part of a post.' })
export class Sensor extends Labelled {
  @Text({
    is: 'SECURITY_POSTURE',
    says: 'Readable key, for example SNS-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Word(SensorKind, { is: 'SECURITY_POSTURE', says: 'What it is.', filter: true })
  kind!: SensorKind;

  @Word(SensorArea, { is: 'SECURITY_POSTURE', says: 'What it looks at.', filter: true })
  area!: SensorArea;

  @Text({ is: 'SECURITY_POSTURE', says: 'Zone that it covers.' })
  zone!: string;

  @Word(FootageBasis, { is: 'SECURITY_POSTURE', says: 'On what its recording rests.', nullable: true })
  basis!: FootageBasis | null;

  @Count({ is: 'SECURITY_POSTURE', says: 'Days for which its recordings are kept.', least: 0, nullable: true })
  retentionDays!: number | null;

  @Word(SensorStatus, { is: 'SECURITY_POSTURE', says: 'How it works.', filter: true })
  status!: SensorStatus;

  @Link(() => Mission, {
    is: 'SECURITY_POSTURE',
    says: 'The post.',
    filter: true,
    inverse: { field: 'sensors', is: 'EXISTENCE', says: 'Sensors of this post.' },
  })
  mission?: Mission | null;
}

export const sensors = aggregateOf(Sensor, {
  one: 'sensor',
  many: 'sensors',
  noun: 'sensor',
  nouns: 'sensors',
  commands: keep<Sensor>()({
    field: 'registerSensor',
    of: 'Sensor',
    says: 'Registers what watches a part of a post.',
    sets: { kind: {}, area: {}, zone: { max: 200 }, basis: {}, retentionDays: { max: 3650 }, status: {} },
    law: lawOfCommand,
  }),
});
