import { type ClassType, Field, ID, ObjectType } from 'type-graphql';
import { Entity, PrimaryColumn } from 'typeorm';
import { type EntityType, ID_PREFIXES } from '../../brands.js';
import { Handled, Key } from '../../schema/decorators.js';
import { createRowLoader, type RowLoader } from '../reading/row-loader.js';
import { PUBLISHED_TYPES } from './published-types.js';

/** A row of another service, as far as it is known here: that it exists, and for whom. */
export interface ReferredRow {
  id: string;
}

/** What is known of a class that stands for another service's type. */
export interface Reference {
  readonly name: EntityType;
  readonly table: string;
  readonly rows: RowLoader<ReferredRow>;
}

const references = new WeakMap<object, Reference>();

/** A type of another service, whose rows are kept in a table of references: each as visible here as there. */
export function reference(name: EntityType & keyof typeof PUBLISHED_TYPES, table: string): ClassType<ReferredRow> {
  @ObjectType(name, { description: PUBLISHED_TYPES[name] })
  @Key()
  @Handled('OWN')
  @Entity(table)
  class Referred implements ReferredRow {
    @Field(() => ID, { description: `Opaque, ${ID_PREFIXES[name]}_ and 26 characters.` })
    @PrimaryColumn('text')
    id!: string;
  }
  references.set(Referred, { name, table, rows: createRowLoader(Referred, ID_PREFIXES[name]) });
  return Referred;
}

/** What is known of a class that `reference` made; undefined for any other. */
export function referenceOf(type: object): Reference | undefined {
  return references.get(type);
}
