import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import { combineFilters } from '../../schema/combine-filters.js';
import {
  BooleanCondition,
  DateTimeCondition,
  IDCondition,
  IntCondition,
  LocalDateCondition,
  StringCondition,
} from '../../schema/conditions.js';
import { PagingArgs } from '../../schema/connection-args.js';
import type { Page } from '../../schema/connection-types.js';
import { Category } from '../../schema/decorators.js';
import { OrderDirection } from '../../schema/order-direction.js';
import { notSubscribedHere, recordOfEvent } from '../events/record-of-event.js';
import { loadLinks } from '../links/load-links.js';
import { connect } from '../paging/connection.js';
import { ConnectionSpec } from '../paging/connection-spec.js';
import type { CallContext } from '../reading/call-context.js';
import { createRowLoader } from '../reading/row-loader.js';
import { Note, NoteConnection } from './note.entity.js';

/** Notes by id. */
export const noteRows = createRowLoader(Note, 'not');

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

  @Field(() => DateTimeCondition, { nullable: true })
  @Category('PUBLIC_FACT')
  sentAt?: DateTimeCondition | null;

  @Field(() => IDCondition, { nullable: true })
  @Category('THREAT')
  tags?: IDCondition | null;

  @Field(() => IDCondition, { nullable: true })
  @Category('THREAT')
  subject?: IDCondition | null;

  @Field(() => IntCondition, { nullable: true })
  @Category('THREAT')
  weight?: IntCondition | null;
}
combineFilters(NoteFilter);

@InputType()
class NoteOrder {
  @Field(() => OrderDirection, { nullable: true })
  @Category('PUBLIC_FACT')
  title?: OrderDirection | null;

  @Field(() => OrderDirection, { nullable: true })
  @Category('PUBLIC_FACT')
  sentAt?: OrderDirection | null;

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

/** All that the scaffold can filter and order by. */
const declared = {
  entity: Note,
  filter: NoteFilter,
  order: NoteOrder,
  links: {
    tags: { to: 'tag', through: 'note_tag', holder: 'note_id', target: 'tag' },
    subject: { to: 'tag', column: 'subject' },
  },
  load: noteRows.load,
};

export const notes = new ConnectionSpec({ name: 'Query.notes', ...declared });

/** Notes that changed. */
export const changedNotes = new ConnectionSpec({ name: 'Subscription.noteChanged', ...declared });

const sleepers = new Set<() => void>();

/** Calls `listener` whenever a statement of the field `sleeps` begins; returns how to stop it. */
export function onSleep(listener: () => void): () => void {
  sleepers.add(listener);
  return () => sleepers.delete(listener);
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

  @Subscription(() => Note, { nullable: true, subscribe: notSubscribedHere })
  @Category('EXISTENCE')
  noteChanged(
    @Ctx() context: CallContext,
    @Arg('filter', () => NoteFilter, { nullable: true }) filter: NoteFilter | null,
  ): Promise<Note | null> {
    return recordOfEvent(context, changedNotes, filter);
  }

  @FieldResolver()
  tags(@Ctx() context: CallContext, @Root() note: Note): Promise<readonly string[]> {
    return loadLinks(context, notes, 'tags', note.id);
  }

  @FieldResolver()
  async subject(@Ctx() context: CallContext, @Root() note: Note): Promise<string | null> {
    return (await loadLinks(context, notes, 'subject', note.id))[0] ?? null;
  }

  @Query(() => String, { nullable: true })
  @Category('EXISTENCE')
  fails(@Ctx() context: CallContext): Promise<string> {
    return context.read((manager) => manager.query('select secret_of_ours from note'));
  }

  @Query(() => String, { nullable: true })
  @Category('EXISTENCE')
  async sleeps(@Ctx() context: CallContext): Promise<string> {
    await context.read((manager) => {
      for (const listener of sleepers) listener();
      return manager.query('select pg_sleep(0.1)');
    });
    return 'slept';
  }
}
