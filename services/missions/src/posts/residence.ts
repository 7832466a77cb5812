import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { Link, Text } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../mission.js';

/** Private residence of members of a post, inviolable as its premises are (VCDR 30). */
@Recorded({
  name: 'Residence',
  prefix: 'rsd',
  says: 'Private residence of members of a post, inviolable as its premises are (VCDR 30).',
})
export class Residence extends Labelled {
  @Text({
    is: 'PREMISES_PERIMETER',
    says: 'Readable key, for example RSD-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Text({ is: 'PREMISES_PERIMETER', says: 'Street address.', nullable: true })
  address!: string | null;

  @Text({ is: 'ROSTER', says: 'Office of whoever lives there, never a name.', nullable: true })
  occupantOffice!: string | null;

  @Text({ is: 'RESIDENCE', says: 'Rooms, doors and the refuge inside.', nullable: true })
  interiorPlan!: string | null;

  @Text({ is: 'RESIDENCE', says: 'Alarm and who answers it.', nullable: true })
  alarm!: string | null;

  @Link(() => Mission, {
    is: 'PREMISES_PERIMETER',
    says: 'The post.',
    filter: true,
    inverse: { field: 'residences', is: 'EXISTENCE', says: 'Residences of this post.' },
  })
  mission?: Mission | null;
}

export const residences = aggregateOf(Residence, {
  one: 'residence',
  many: 'residences',
  noun: 'residence',
  nouns: 'residences',
  commands: keep<Residence>()({
    field: 'registerResidence',
    of: 'Residence',
    says: 'Registers a private residence of members of a post.',
    sets: { address: { max: 400 }, occupantOffice: { max: 200 }, interiorPlan: { max: 4000 }, alarm: { max: 1000 } },
    law: lawOfCommand,
  }),
});
