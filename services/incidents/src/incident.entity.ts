import { Category, Handled, Inaccessible, Key } from '@chancery/shared/schema/decorators';
import { HandlingNumber, LocalDate, StateCode } from '@chancery/shared/schema/scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Mission } from './mission.entity.js';
import { Confidence, IncidentType, SiteKind } from './vocabulary.js';

/** Something that happened at, to or through a post: a public case study, or a record of operations. */
@ObjectType({ description: 'Something that happened at, to or through a post.' })
@Key()
@Handled('OWN')
@Entity('incident')
export class Incident {
  @Field(() => ID, { description: 'Opaque, inc_ and 26 characters; the value of Chancery-Case.' })
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

  @Field(() => String, { nullable: true, description: 'Readable key, for example 1979-11-04-tehran-usa.' })
  @Category('INCIDENT_FACT')
  @Column('text')
  reference!: string;

  @Field(() => IncidentType, { nullable: true, description: 'What happened.' })
  @Category('INCIDENT_FACT')
  @Column('text')
  type!: IncidentType;

  @Field(() => LocalDate, { nullable: true, description: 'Day it began.' })
  @Category('INCIDENT_FACT')
  @Column('date', { name: 'occurred_on' })
  occurredOn!: string;

  @Field(() => String, { nullable: true, description: 'City as the source names it.' })
  @Category('INCIDENT_FACT')
  @Column('text')
  city!: string;

  @Field(() => StateCode, { nullable: true, description: 'State whose post it was; may have ceased to exist.' })
  @Category('INCIDENT_FACT')
  @Column('text', { name: 'sending_state', nullable: true })
  sendingState!: string | null;

  @Field(() => StateCode, { nullable: true, description: 'State where it happened.' })
  @Category('INCIDENT_FACT')
  @Column('text', { name: 'receiving_state' })
  receivingState!: string;

  @Field(() => SiteKind, { nullable: true, description: 'Kind of place.' })
  @Category('INCIDENT_FACT')
  @Column('text', { name: 'site_kind' })
  siteKind!: SiteKind;

  @Field(() => Int, { nullable: true, description: 'Deaths, where stated with confidence.' })
  @Category('INCIDENT_FACT')
  @Column('integer', { nullable: true })
  fatalities!: number | null;

  @Field(() => String, { nullable: true, description: 'Short account.' })
  @Category('INCIDENT_FACT')
  @Column('text')
  summary!: string;

  @Field(() => [String], { nullable: true, description: 'Ids of legal rules that bear on it.' })
  @Category('INCIDENT_FACT')
  @Column('text', { name: 'legal_rules', array: true })
  legalRules!: string[];

  @Field(() => String, { nullable: true, description: 'Title of the source.' })
  @Category('INCIDENT_FACT')
  @Column('text', { nullable: true })
  source!: string | null;

  @Field(() => Confidence, { nullable: true, description: 'How sure the account is.' })
  @Category('INCIDENT_FACT')
  @Column('text', { nullable: true })
  confidence!: Confidence | null;

  @Field(() => Mission, { nullable: true, description: 'The post, when one in the register matches.' })
  @Category('INCIDENT_FACT')
  mission?: Mission | null;
}
