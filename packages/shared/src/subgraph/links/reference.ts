import { type ClassType, Field, ID, ObjectType } from 'type-graphql';
import { Entity, PrimaryColumn } from 'typeorm';
import { type EntityType, ID_PREFIXES, isEntityId } from '../../brands.js';
import { Handled, Key } from '../../schema/decorators.js';
import type { CallContext } from '../reading/call-context.js';
import { createRowLoader } from '../reading/row-loader.js';
import { noteElsewhere } from '../record/elsewhere.js';
import { PUBLISHED_TYPES, TYPES_ELSEWHERE } from './published-types.js';

/** A row of another service, as far as it is known here: that it exists, and for whom. */
export interface ReferredRow {
  id: string;
}

/** What is known of a class that stands for another service's type. */
export interface Reference {
  readonly name: EntityType;
  /** Where its rows are kept here, as far as who may know of them; null where none is. */
  readonly table: string | null;
  find(context: CallContext, id: string): Promise<ReferredRow | null>;
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
  const rows = createRowLoader(Referred, ID_PREFIXES[name]);
  references.set(Referred, { name, table, find: (context, id) => rows.load(context, id) });
  return Referred;
}

/**
 * A type of another service of whose rows nothing is known here but the id that a link holds. Whoever follows it asks the owner, which
 * answers for one that is hidden as for one that there is not.
 */
export function elsewhere(name: EntityType & keyof typeof TYPES_ELSEWHERE): ClassType<ReferredRow> {
  @ObjectType(name, { description: TYPES_ELSEWHERE[name] })
  @Key()
  @Handled('OWN')
  class Elsewhere implements ReferredRow {
    @Field(() => ID, { description: `Opaque, ${ID_PREFIXES[name]}_ and 26 characters.` })
    id!: string;
  }
  noteElsewhere(Elsewhere);
  const find = (_: CallContext, id: string): Promise<ReferredRow | null> =>
    Promise.resolve(isEntityId(name, id) ? Object.assign(new Elsewhere(), { id }) : null);
  references.set(Elsewhere, { name, table: null, find });
  return Elsewhere;
}

/** What is known of a class that `reference` or `elsewhere` made; undefined for any other. */
export function referenceOf(type: object): Reference | undefined {
  return references.get(type);
}
