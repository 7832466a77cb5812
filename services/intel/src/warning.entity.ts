import { Category, Handled, Inaccessible, Key, Optional } from '@chancery/shared/schema/decorators';
import { DateTime, HandlingNumber } from '@chancery/shared/schema/scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Mission } from './mission.entity.js';
import { WarningCertainty, WarningSeverity, WarningStatus, WarningUrgency } from './vocabulary.js';

/** A warning of a threat, in full and as the tearline that may be passed on. */
@ObjectType({ description: 'A warning of a threat to posts, in the terms of CAP 1.2.' })
@Key()
@Handled('OWN')
@Entity('warning')
export class Warning {
  @Field(() => ID, { description: 'Opaque, wrn_ and 26 characters.' })
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

  @Field(() => String, { nullable: true, description: 'Readable key, for example W-0001.' })
  @Category('THREAT')
  @Column('text')
  reference!: string;

  @Field(() => WarningStatus, { nullable: true, description: 'Whether it is meant.' })
  @Category('THREAT')
  @Column('text')
  status!: WarningStatus;

  @Field(() => WarningUrgency, { nullable: true, description: 'How soon to act.' })
  @Category('THREAT')
  @Column('text')
  urgency!: WarningUrgency;

  @Field(() => WarningSeverity, { nullable: true, description: 'How bad it would be.' })
  @Category('THREAT')
  @Column('text')
  severity!: WarningSeverity;

  @Field(() => WarningCertainty, { nullable: true, description: 'How likely it is.' })
  @Category('THREAT')
  @Column('text')
  certainty!: WarningCertainty;

  @Field(() => String, { nullable: true, description: 'Area concerned, in words.' })
  @Category('THREAT')
  @Column('text', { nullable: true })
  area!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was issued.' })
  @Category('THREAT')
  @Column('timestamptz', { name: 'sent_at' })
  sentAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it ends.' })
  @Category('THREAT')
  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'What may be passed on below the label of the warning.',
  })
  @Category('THREAT')
  @Column('text', { nullable: true })
  tearline!: string | null;

  @Field(() => String, { nullable: true, description: 'The warning in full.' })
  @Category('THREAT')
  @Column('text')
  body!: string;

  @Field(() => String, { nullable: true, description: 'Pseudonym of the source.' })
  @Optional()
  @Category('INTEL_SOURCE')
  @Column('text', { name: 'source_ref', nullable: true })
  sourceRef!: string | null;

  @Field(() => [Mission], { nullable: true, description: 'Posts concerned, at most 50.' })
  @Category('THREAT')
  missions?: Mission[];
}
