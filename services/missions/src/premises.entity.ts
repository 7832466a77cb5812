import { Category, Handled, Inaccessible, Key } from '@chancery/shared/schema/decorators';
import { HandlingNumber } from '@chancery/shared/schema/scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Custody } from './custody.js';

/** The premises of a post as one whole, as the schema shows them and as their table holds them. */
@ObjectType({ description: 'Premises of one post.' })
@Key()
@Handled('OWN')
@Entity('premises')
export class Premises {
  @Field(() => ID, { description: 'Opaque, prm_ and 26 characters.' })
  @PrimaryColumn('text')
  id!: string;

  @Field(() => HandlingNumber)
  @Inaccessible()
  @Column('integer', { name: 'handling_id' })
  handling!: number;

  @Column('text', { name: 'mission_id' })
  missionId!: string;

  @Field(() => Boolean, { nullable: true, description: 'Made for exercises, not a real record.' })
  @Category('EXISTENCE')
  @Column('boolean')
  synthetic!: boolean;

  @Field(() => String, { nullable: true, description: 'Street address.' })
  @Category('PREMISES_PERIMETER')
  @Column('text', { nullable: true })
  address!: string | null;

  @Field(() => String, { nullable: true, description: 'Duty office to call, by role.' })
  @Category('PREMISES_PERIMETER')
  @Column('text', { name: 'emergency_contact', nullable: true })
  emergencyContact!: string | null;

  @Field(() => String, { nullable: true, description: 'Floor plan for rescue: exits, stairs, shut-offs.' })
  @Category('PREMISES_RESCUE')
  @Column('text', { name: 'floor_plan', nullable: true })
  floorPlan!: string | null;

  @Field(() => [String], { nullable: true, description: 'What endangers rescuers.' })
  @Category('PREMISES_RESCUE')
  @Column('text', { array: true, nullable: true })
  hazards!: string[] | null;

  @Field(() => Int, { nullable: true, description: 'People inside, count.' })
  @Category('PREMISES_RESCUE')
  @Column('integer', { nullable: true })
  occupancy!: number | null;

  @Field(() => String, { nullable: true, description: 'Full interior plan.' })
  @Category('PREMISES_INTERIOR')
  @Column('text', { name: 'interior_plan', nullable: true })
  interiorPlan!: string | null;

  @Field(() => [String], { nullable: true, description: 'Refuges inside.' })
  @Category('PREMISES_INTERIOR')
  @Column('text', { name: 'safe_havens', array: true, nullable: true })
  safeHavens!: string[] | null;

  @Field(() => String, { nullable: true, description: 'Register of the archives kept here.' })
  @Category('ARCHIVE')
  @Column('text', { name: 'archive_register', nullable: true })
  archiveRegister!: string | null;

  @Column('text', { nullable: true })
  custodian!: string | null;

  @Column('date', { name: 'custody_since', nullable: true })
  custodySince!: string | null;

  @Field(() => Custody, { nullable: true, description: 'Custody by another State after a break (VCDR 45).' })
  @Category('LEGAL_ACT')
  get custody(): Custody | null {
    return this.custodian === null ? null : { custodian: this.custodian, since: this.custodySince };
  }
}
