import { Args, type ClassType, Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';
import { z } from 'zod';
import { type EntityType, ID_PREFIXES, isEntityId } from '../../brands.js';
import type { ConnectionArgs } from '../../schema/connection-args.js';
import type { Page } from '../../schema/connection-types.js';
import { Category, External, Handled, Key, Requires } from '../../schema/decorators.js';
import type { Category as CategoryName } from '../../vocabulary.js';
import { postsByKey, postsIn } from '../links/posts-of-terms.js';
import { connect } from '../paging/connection.js';
import type { ConnectionSpec } from '../paging/connection-spec.js';
import type { CallContext } from '../reading/call-context.js';
import { filterOf, NOTHING, type TermFields } from './filter-of-terms.js';
import type { MatchKind } from './match-fields.js';
import { addMethod } from './resolver-method.js';

/** A standing question that another service keeps, and a kind of record of this one that can meet it. */
export interface MatchedElsewhere {
  readonly question: EntityType;
  readonly says: string;
  /** The field of it that holds its terms as JSON, null for who may not read them; it must say there what it says here. */
  readonly terms: { readonly field: string; readonly says: string };
  readonly is: CategoryName;
  readonly kind: TermFields & Pick<MatchKind, 'aggregate' | 'many'>;
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
  const find = (id: string, _: CallContext, told: object): Promise<Question | null> =>
    Promise.resolve(
      isEntityId(question, id) ? Object.assign(new Stub(), { id, told: Reflect.get(told, terms.field) }) : null,
    );
  return { resolvers: [Matches], connections: [spec], stubs: [{ type: Stub, name: question, find }] };
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
