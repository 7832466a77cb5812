import { Args, type ClassType, Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';
import { z } from 'zod';
import { type EntityType, ID_PREFIXES, isEntityId } from '../../brands.js';
import { NO_RECORD } from '../../feed/feed-wire.js';
import type { ConnectionArgs } from '../../schema/connection-args.js';
import type { Page } from '../../schema/connection-types.js';
import { Category, External, Handled, Inaccessible, Key, Requires } from '../../schema/decorators.js';
import type { Category as CategoryName } from '../../vocabulary.js';
import { rowOfEvent } from '../events/record-of-event.js';
import { postsByKey, postsIn } from '../links/posts-of-terms.js';
import { connect, idsOf } from '../paging/connection.js';
import type { ConnectionSpec } from '../paging/connection-spec.js';
import type { CallContext } from '../reading/call-context.js';
import { filterOf, NOTHING, type TermFields } from './filter-of-terms.js';
import { LOOKED_AT_MAX, type MatchKind, nowType } from './match-fields.js';
import { addMethod, type ResolverMethod } from './resolver-method.js';

/** A standing question that another service keeps, and a kind of record of this one that can meet it. */
export interface MatchedElsewhere {
  readonly question: EntityType;
  readonly says: string;
  /** The field of it that holds its terms as JSON, null for who may not read them; it must say there what it says here. */
  readonly terms: { readonly field: string; readonly says: string };
  readonly is: CategoryName;
  readonly kind: TermFields & MatchKind;
}

/** What a service needs to serve that. */
export interface MatchedFields {
  readonly resolvers: readonly ClassType<object>[];
  readonly connections: readonly ConnectionSpec<object>[];
  readonly stubs: readonly {
    readonly type: ClassType<object>;
    readonly name: string;
    readonly find: (id: string, context: CallContext, told: object) => Promise<unknown>;
  }[];
}

interface Question {
  readonly id: string;
  readonly told: unknown;
}

const words = z.array(z.string()).nullable();
const termsShape = z.strictObject({ posts: words, actors: words, regions: words, types: words });

/**
 * What meets a question of another service is found here by the terms that the gateway read there, as its reader: of a question that is hidden,
 * withdrawn, past or closed to it there are none, and nothing meets it. A reader tells nobody of terms but those that it could read itself.
 */
export function matchedElsewhere({ question, says, terms, is, kind }: MatchedElsewhere): MatchedFields {
  class Stub implements Question {
    id!: string;
    told!: unknown;
  }
  ObjectType(question, { description: says })(Stub);
  Key()(Stub);
  Handled('OWN')(Stub);
  Field(() => ID, { description: `Opaque, ${ID_PREFIXES[question]}_ and 26 characters.` })(Stub.prototype, 'id');
  Field(() => String, { nullable: true, description: terms.says })(Stub.prototype, terms.field);
  for (const mark of [Category(is), External()]) mark(Stub.prototype, terms.field);

  const { connection, args, specNamed } = kind.aggregate.listed;
  const spec = specNamed(`${question}.${kind.many}`);
  class Matches {}
  Resolver(() => Stub)(Matches);
  addMethod(Matches, {
    name: kind.many,
    answer: async (context: CallContext, asked: Question, page: ConnectionArgs): Promise<Page<object>> =>
      connect(context, spec, page, null, { filter: await filterBy(context, asked.told, kind), of: asked.id }),
    parameters: [Ctx(), Root(), Args(() => args)],
    decorators: [
      FieldResolver(() => connection, {
        nullable: true,
        description: 'What meets it, by what this caller may read now.',
      }),
      Category(is),
      Requires(terms.field),
    ],
  });
  addMethod(Matches, nowField(spec, kind, is, terms.field));
  const find = (id: string, _: CallContext, told: object): Promise<Question | null> =>
    Promise.resolve(
      isEntityId(question, id) ? Object.assign(new Stub(), { id, told: Reflect.get(told, terms.field) }) : null,
    );
  return { resolvers: [Matches], connections: [spec], stubs: [{ type: Stub, name: question, find }] };
}

/**
 * What meets it, for the gateway alone: all of it, or for an event the record of that, if it does. So it tells of what is new among them, and knows of each
 * record whether it is told of at all.
 */
function nowField(
  spec: ConnectionSpec<object>,
  kind: TermFields & MatchKind,
  is: CategoryName,
  terms: string,
): ResolverMethod {
  const { record } = kind.aggregate;
  const Now = nowType(`${record.name}MatchedNow`, `Records of the kind ${record.name} that meet a standing question.`);
  return {
    name: `${kind.one}MatchedNow`,
    answer: async (context: CallContext, { id, told }: Question): Promise<object> => {
      const tests = { filter: await filterBy(context, told, kind), of: id };
      const until = `${context.masks.heldUntil()}`;
      const { event } = context;
      if (event === null || event === NO_RECORD)
        return { ids: await idsOf(context, spec, tests, LOOKED_AT_MAX), until };
      const met = await rowOfEvent(context, spec, tests);
      return { ids: met === null ? [] : [event], until };
    },
    parameters: [Ctx(), Root()],
    decorators: [
      FieldResolver(() => Now, { nullable: true, description: 'What meets it now.' }),
      Category(is),
      Inaccessible(),
      Requires(terms),
    ],
  };
}

function filterBy(context: CallContext, told: unknown, kind: TermFields): Promise<object> {
  if (typeof told !== 'string') return Promise.resolve(NOTHING);
  return filterOf(termsShape.parse(JSON.parse(told)), kind, {
    missions: (keys) => postsByKey(context, keys),
    missionsIn: (regions) => postsIn(context, regions),
    // Nobody who acts is known here by a key.
    actors: () => Promise.resolve([]),
  });
}
