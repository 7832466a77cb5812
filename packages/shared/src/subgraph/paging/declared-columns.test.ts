import { describe, expect, it } from '@jest/globals';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { StringCondition } from '../../schema/conditions.js';
import { buildFederatedSchema } from '../serving/federated-schema.js';
import { NoteResolver, notes } from '../testkit/note.resolver.js';
import { ConnectionSpec } from './connection-spec.js';
import { columnsOf, type DeclaredColumns } from './declared-columns.js';

@ObjectType('Sheet')
@Entity('sheet')
class Sheet {
  @Field(() => ID)
  @PrimaryColumn('text')
  id!: string;

  @Field(() => String, { nullable: true })
  @Column('text', { name: 'body_text' })
  body!: string;

  @Field(() => [String], { nullable: true })
  @Column('text', { array: true })
  words!: string[];

  @Field(() => String, { nullable: true })
  @Column('varchar', { length: 100 })
  short!: string;

  @Field(() => String, { nullable: true })
  @Column('varchar', { length: 1000 })
  long!: string;

  @Column('text')
  secret!: string;

  @Field(() => String, { nullable: true })
  computed!: string;
}

@ObjectType('Renamed')
@Entity('renamed')
class Renamed {
  @Field(() => String, { nullable: true, name: 'other' })
  @Column('text')
  body!: string;
}

/** An input type with one field. */
function inputOf(field: string): new () => object {
  class Input {}
  InputType(`Input${field}`)(Input);
  Field(() => StringCondition, { nullable: true })(Input.prototype, field);
  return Input;
}
const none = inputOf('id');

describe('the columns of a connection', () => {
  const columnOf = (field: string, more: Partial<DeclaredColumns> = {}) =>
    columnsOf({ entity: Sheet, filter: inputOf(field), order: none, ...more }).get(field);

  it('are those that the fields are declared with, each guarded by its own field', () => {
    expect(columnOf('body')).toEqual({
      sql: 't.body_text',
      type: 'text',
      length: null,
      stored: null,
      nullable: false,
      elements: null,
      guard: 'Sheet.body',
    });
    const links = { body: { to: 'other', column: 'other_id' } };
    expect(columnOf('body', { links })?.guard).toBe('Sheet.body');
  });

  it('are guarded by the existence of the row for the id alone, which is as visible as its row', () => {
    expect(columnOf('id')).toEqual({
      sql: 't.id',
      type: 'text',
      length: null,
      stored: null,
      nullable: false,
      elements: null,
      guard: 'EXISTENCE',
    });
    const open = notes.fields.filter((field) => notes.columnOf(field).guard === 'EXISTENCE');
    expect(open).toEqual(['id']);
  });

  it('are refused where the node has no such field, though its table has the column', () => {
    expect(() => columnOf('secret')).toThrow('has no field `secret`');
    expect(() => columnOf('nothing')).toThrow('has no field `nothing`');
  });

  it('are refused where a field is no column, or one whose comparison tells of hidden rows', () => {
    expect(() => columnOf('computed')).toThrow('neither a column nor a link');
    expect(() => columnOf('words')).toThrow('no column that may be compared');
  });

  it('are refused where a field goes by another name in the schema than in the class', () => {
    expect(() => columnsOf({ entity: Renamed, filter: inputOf('body'), order: none })).toThrow('another name');
  });

  it('are refused for an order by a link, and for names that would need quoting', () => {
    const links = { body: { to: 'other', column: 'other_id' } };
    expect(() => columnsOf({ entity: Sheet, filter: none, order: inputOf('body'), links })).toThrow('is a link');
    expect(() => columnOf('body', { links: { body: { to: 'other; drop', column: 'x' } } })).toThrow('quoting');
  });

  it('are refused for an order by a text that a cursor could not hold at its longest', () => {
    const ordered = (field: string) => columnsOf({ entity: Sheet, filter: none, order: inputOf(field) });
    expect(() => ordered('body')).toThrow('has no length');
    expect(() => ordered('long')).toThrow('could be longer than they may be');
    expect(ordered('short').get('short')).toMatchObject({ sql: 't.short', type: 'text', length: 100 });
  });
});

describe('a schema', () => {
  it('is not built with a filter that has no connection, or a connection without a column for it', async () => {
    const parts = { resolvers: [NoteResolver], references: {} } as const;
    await expect(buildFederatedSchema({ ...parts, connections: [] })).rejects.toThrow(
      'no connection for `Query.notes`',
    );
    const poor = new ConnectionSpec({
      name: 'Query.notes',
      entity: Sheet,
      filter: none,
      order: none,
      load: () => Promise.resolve(null),
    });
    await expect(buildFederatedSchema({ ...parts, connections: [poor] })).rejects.toThrow(
      'Query.notes has no column for',
    );
  });
});
