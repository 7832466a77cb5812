import { Category, Handled, Inaccessible, Key } from '@chancery/shared/schema/decorators';
import { HandlingNumber, LocalDate, StateCode } from '@chancery/shared/schema/scalars';
import type { MissionKind as Kind } from '@chancery/shared/vocabulary';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { GeoPoint } from './geo-point.js';
import { MissionKind } from './mission-kind.js';

/** A post, as the schema shows it and as its table holds it. */
@ObjectType({ description: 'A diplomatic or consular post of one State in another.' })
@Key()
@Handled('OWN')
@Entity('mission')
export class Mission {
  @Field(() => ID, { description: 'Opaque, mis_ and 26 characters.' })
  @PrimaryColumn('text')
  id!: string;

  @Field(() => HandlingNumber)
  @Inaccessible()
  @Column('integer', { name: 'handling_id' })
  handling!: number;

  @Field(() => Boolean, { nullable: true, description: 'Made for exercises, not a real record.' })
  @Category('EXISTENCE')
  @Column('boolean')
  synthetic!: boolean;

  @Field(() => String, { nullable: true, description: 'Item in Wikidata, the public key of imported posts.' })
  @Category('PUBLIC_FACT')
  @Column('text', { name: 'wikidata_id', nullable: true })
  wikidataId!: string | null;

  @Field(() => MissionKind, { nullable: true, description: 'What the post is; decides the treaty that applies.' })
  @Category('PUBLIC_FACT')
  @Column('text')
  kind!: Kind;

  @Field(() => StateCode, { nullable: true, description: 'State that sends the post.' })
  @Category('PUBLIC_FACT')
  @Column('varchar', { name: 'sending_state', length: 3 })
  sendingState!: string;

  @Field(() => StateCode, {
    nullable: true,
    description:
      'State that receives it: the State of accreditation, which for an embassy to the Holy See in Rome is the Holy See.',
  })
  @Category('PUBLIC_FACT')
  @Column('varchar', { name: 'receiving_state', length: 3 })
  receivingState!: string;

  @Field(() => [StateCode], {
    nullable: true,
    description:
      'Further States of accreditation (VCDR 5(1)). Each is receiving State in its own relation to the post.',
  })
  @Category('PUBLIC_FACT')
  @Column('text', { name: 'also_accredited_to', array: true })
  alsoAccreditedTo!: string[];

  @Field(() => String, { nullable: true, description: 'Settlement in which it stands, as far as the register says.' })
  @Category('PUBLIC_FACT')
  @Column('varchar', { length: 200, nullable: true })
  city!: string | null;

  @Field(() => String, { nullable: true, description: 'Part of the settlement, where the register names one.' })
  @Category('PUBLIC_FACT')
  @Column('varchar', { length: 200, nullable: true })
  district!: string | null;

  @Column('double precision', { nullable: true })
  latitude!: number | null;

  @Column('double precision', { nullable: true })
  longitude!: number | null;

  @Field(() => GeoPoint, { nullable: true, description: 'Place as published, WGS 84, four decimals.' })
  @Category('PUBLIC_FACT')
  get location(): GeoPoint | null {
    const { latitude, longitude } = this;
    return latitude === null || longitude === null ? null : { latitude, longitude };
  }

  @Field(() => Int, {
    nullable: true,
    description: 'Year of opening as Wikidata has it; of some posts it is that of the building, centuries before.',
  })
  @Category('PUBLIC_FACT')
  @Column('integer', { name: 'opened_year', nullable: true })
  openedYear!: number | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Date of the public register that these facts were taken from.',
  })
  @Category('PUBLIC_FACT')
  @Column('date', { name: 'as_of', nullable: true })
  asOf!: string | null;
}
