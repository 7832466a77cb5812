import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { Count, Link, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../mission.js';
import { ArmourLevel, PropertyImmunity, VehicleKind } from './vocabulary.js';

/** Means of transport of a post. */
@Recorded({ name: 'Vehicle', prefix: 'vhc', says: 'Means of transport of a post.' })
export class Vehicle extends Labelled {
  @Text({
    is: 'ASSET',
    says: 'Readable key, for example VHC-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Word(VehicleKind, { is: 'ASSET', says: 'What it is.', filter: true })
  kind!: VehicleKind;

  @Text({ is: 'ASSET', says: 'Registration plate.' })
  plate!: string;

  @Count({ is: 'ASSET', says: 'Seats, the driver’s among them.', least: 0 })
  seats!: number;

  @Word(ArmourLevel, { is: 'SECURITY_POSTURE', says: 'How well it is armoured.', filter: true })
  armour!: ArmourLevel;

  @Word(PropertyImmunity, { is: 'LEGAL_STATUS', says: 'By which article it cannot be taken.', filter: true })
  immunity!: PropertyImmunity;

  @Text({ is: 'ASSET', says: 'How it is followed on the road.', nullable: true })
  tracking!: string | null;

  @Link(() => Mission, {
    is: 'ASSET',
    says: 'The post.',
    filter: true,
    inverse: { field: 'vehicles', is: 'EXISTENCE', says: 'Vehicles of this post.' },
  })
  mission?: Mission | null;
}

export const vehicles = aggregateOf(Vehicle, {
  one: 'vehicle',
  many: 'vehicles',
  noun: 'vehicle',
  nouns: 'vehicles',
  commands: keep<Vehicle>()({
    field: 'registerVehicle',
    of: 'Vehicle',
    says: 'Registers a means of transport of a post.',
    sets: { kind: {}, plate: { max: 40 }, seats: { max: 100 }, armour: {}, immunity: {}, tracking: { max: 200 } },
    law: lawOfCommand,
  }),
});
