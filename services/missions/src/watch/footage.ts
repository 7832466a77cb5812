import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { ClientError } from '@chancery/shared/errors';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { Day, Link, Moment, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../mission.js';
import { Sensor } from './sensor.js';
import { FootageBasis } from './vocabulary.js';

/** Recording of a camera: where it is kept, never the picture. */
@Recorded({
  name: 'Footage',
  prefix: 'ftg',
  says: 'Recording of a camera: where it is kept, never the picture.',
  rules: ['recorded_until > recorded_from'],
})
export class Footage extends Labelled {
  @Text({
    is: 'SURVEILLANCE',
    says: 'Readable key, for example FTG-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Text({ is: 'SURVEILLANCE', says: 'Where it is kept.' })
  ref!: string;

  @Text({ is: 'SURVEILLANCE', says: 'SHA-256 of it, so that it can be proved unaltered.' })
  digest!: string;

  @Moment({ is: 'SURVEILLANCE', says: 'When it begins.', filter: true, order: true })
  recordedFrom!: Date;

  @Moment({ is: 'SURVEILLANCE', says: 'When it ends.' })
  recordedUntil!: Date;

  @Day({ is: 'SURVEILLANCE', says: 'Day on which it is erased.', nullable: true })
  keptUntil!: string | null;

  @Word(FootageBasis, { is: 'SURVEILLANCE', says: 'On what it rests.', filter: true })
  basis!: FootageBasis;

  @Link(() => Sensor, {
    is: 'SURVEILLANCE',
    says: 'Which camera.',
    filter: true,
    inverse: { field: 'footage', is: 'EXISTENCE', says: 'Recordings of it.' },
  })
  sensor?: Sensor | null;

  @Link(() => Mission, {
    is: 'SURVEILLANCE',
    says: 'The post.',
    filter: true,
    inverse: { field: 'footage', is: 'EXISTENCE', says: 'Recordings of this post.' },
  })
  mission?: Mission | null;
}

/** SHA-256, as tools print it. */
const DIGEST = /^[0-9a-f]{64}$/;

function checkRecording({ digest }: { readonly digest: string | null }): void {
  if (digest === null || DIGEST.test(digest)) return;
  throw new ClientError('INPUT_INVALID', '`digest` is a SHA-256 in hexadecimal digits', 'input.digest');
}

export const footages = aggregateOf(Footage, {
  one: 'footage',
  many: 'footages',
  noun: 'recording',
  nouns: 'recordings',
  commands: keep<Footage>()({
    field: 'recordFootage',
    of: 'Footage',
    says: 'Records where the recording of a camera is kept; the picture is no part of it.',
    sets: {
      sensor: { ofPost: true },
      ref: { max: 400 },
      digest: { max: 64, says: 'SHA-256 of it in lower-case hexadecimal digits.' },
      recordedFrom: {},
      recordedUntil: { time: 'PAST' },
      keptUntil: {},
      basis: {},
    },
    check: checkRecording,
    law: lawOfCommand,
  }),
});
