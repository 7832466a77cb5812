import { Arg, Args, ArgsType, Ctx, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import { BooleanCondition, IDCondition, LocalDateCondition, StringCondition } from '../../schema/conditions.js';
import { PagingArgs } from '../../schema/connection-args.js';
import type { Page } from '../../schema/connection-types.js';
import { Category } from '../../schema/decorators.js';
import { OrderDirection } from '../../schema/order-direction.js';
import type { CallContext } from '../call-context.js';
import { connect } from '../connection.js';
import type { ConnectionSpec } from '../connection-spec.js';
import { createRowLoader } from '../row-loader.js';
import { Note, NoteConnection } from './note.entity.js';

/** Notes by id. */
export const noteRows = createRowLoader(Note, 'not');

/** All that the scaffold can filter and order by. */
export const notes: ConnectionSpec<Note> = {
  name: 'Query.notes',
  table: 'note',
  columns: {
    id: { sql: 't.id', type: 'text', reads: null },
    title: { sql: 't.title', type: 'text', reads: 'Note.title' },
    weight: { sql: 't.weight', type: 'int4', reads: 'Note.weight' },
    isHeavy: { sql: '(t.weight > 5)', type: 'bool', reads: 'Note.weight' },
    madeOn: { sql: 't.made_on', type: 'date', reads: 'Note.title' },
    tags: {
      sql: 'g.tag',
      type: 'text',
      reads: 'Note.weight',
      elements: 'note_tag g where g.note_id = t.id',
    },
  },
  load: noteRows.load,
};

@InputType()
class NoteFilter {
  @Field(() => IDCondition, { nullable: true })
  id?: IDCondition | null;

  @Field(() => StringCondition, { nullable: true })
  @Category('PUBLIC_FACT')
  title?: StringCondition | null;

  @Field(() => BooleanCondition, { nullable: true })
  @Category('THREAT')
  isHeavy?: BooleanCondition | null;

  @Field(() => LocalDateCondition, { nullable: true })
  @Category('PUBLIC_FACT')
  madeOn?: LocalDateCondition | null;

  @Field(() => IDCondition, { nullable: true })
  @Category('THREAT')
  tags?: IDCondition | null;
}

@InputType()
class NoteOrder {
  @Field(() => OrderDirection, { nullable: true })
  @Category('PUBLIC_FACT')
  title?: OrderDirection | null;

  @Field(() => OrderDirection, { nullable: true })
  @Category('THREAT')
  weight?: OrderDirection | null;
}

@ArgsType()
class NoteArgs extends PagingArgs {
  @Field(() => NoteFilter, { nullable: true })
  filter?: NoteFilter | null;

  @Field(() => [NoteOrder], { nullable: true })
  orderBy?: NoteOrder[] | null;
}

@Resolver(() => Note)
export class NoteResolver {
  @Query(() => Note, { nullable: true })
  @Category('EXISTENCE')
  note(@Ctx() context: CallContext, @Arg('id', () => ID) id: string): Promise<Note | null> {
    return noteRows.load(context, id);
  }

  @Query(() => NoteConnection, { nullable: true })
  @Category('EXISTENCE')
  notes(@Ctx() context: CallContext, @Args(() => NoteArgs) args: NoteArgs): Page<Note> {
    return connect(context, notes, args);
  }

  @Query(() => String, { nullable: true })
  @Category('EXISTENCE')
  fails(@Ctx() context: CallContext): Promise<string> {
    return context.read((manager) => manager.query('select secret_of_ours from note'));
  }
}
