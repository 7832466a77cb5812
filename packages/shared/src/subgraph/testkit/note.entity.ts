import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { createConnectionType } from '../../schema/connection-types.js';
import { Category, Handled, Inaccessible, Key } from '../../schema/decorators.js';
import { DateTime, HandlingNumber, LocalDate } from '../../schema/scalars.js';

/** A record that exists only to try the scaffold. */
@ObjectType({ description: 'A note.' })
@Key()
@Handled('OWN')
@Entity('note')
export class Note {
  @Field(() => ID)
  @PrimaryColumn('text')
  id!: string;

  @Field(() => HandlingNumber)
  @Inaccessible()
  @Column('integer', { name: 'handling_id' })
  handling!: number;

  @Field(() => String, { nullable: true })
  @Category('PUBLIC_FACT')
  @Column('varchar', { length: 400, nullable: true })
  title!: string | null;

  @Field(() => Int, { nullable: true })
  @Category('THREAT')
  @Column('integer', { nullable: true })
  weight!: number | null;

  @Field(() => Boolean, { nullable: true })
  @Category('THREAT')
  @Column('boolean', { name: 'is_heavy', nullable: true })
  isHeavy!: boolean | null;

  @Field(() => LocalDate, { nullable: true })
  @Category('PUBLIC_FACT')
  @Column('date', { name: 'made_on', nullable: true })
  madeOn!: string | null;

  @Field(() => DateTime, { nullable: true })
  @Category('PUBLIC_FACT')
  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt!: Date | null;

  @Field(() => [String], { nullable: true })
  @Category('THREAT')
  tags?: string[];

  @Field(() => String, { nullable: true })
  @Category('THREAT')
  subject?: string;
}

export const NoteConnection = createConnectionType(() => Note, {
  node: 'Note',
  page: 'A page of notes.',
  edge: 'A note in a page.',
  element: 'The note.',
  total: 'Notes that match.',
});
