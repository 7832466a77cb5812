import { type ClassType, Field, ID, ObjectType } from 'type-graphql';
import { z } from 'zod';
import { ID_PREFIXES, isEntityId } from '../../brands.js';
import { Category, External, Handled, Key, Requires } from '../../schema/decorators.js';
import { type PostsByKey, postsByKey, postsHoldUntil, postsOfTerms } from '../links/posts-of-terms.js';
import { WATCHLIST } from '../links/published-types.js';
import type { Stub } from '../links/stub.js';
import type { ConnectionSpec } from '../paging/connection-spec.js';
import type { CallContext } from '../reading/call-context.js';
import type { Aggregate } from './aggregate.js';
import { filterOf, type NamedTerms, NOTHING, type TermFields } from './filter-of-terms.js';
import { matchingFields } from './matching-fields.js';
import { watchedKinds } from './watched-kind.js';

/** What a service needs to serve what of its records meets a question that another service keeps. */
export interface MatchedFields {
  readonly resolvers: readonly ClassType<object>[];
  readonly connections: readonly ConnectionSpec<object>[];
  readonly stubs: readonly Stub[];
}

/** A standing question, as far as the gateway has told of it. */
interface Question {
  readonly id: string;
  readonly terms: NamedTerms | null;
}

const words = z.array(z.string()).nullable();
const termsShape = z.strictObject({ posts: words, actors: words, regions: words, types: words });

/**
 * What meets a question of another service is found here by the terms that the gateway read there, as its reader: of a question that is hidden,
 * withdrawn, past or closed to it there are none, and nothing meets it. A reader tells nobody of terms but those that it could read itself.
 */
export function matchedElsewhere(aggregates: readonly Aggregate[], byKey: PostsByKey = postsByKey): MatchedFields {
  const { type: name, says, is, terms } = WATCHLIST;
  class Stub implements Question {
    id!: string;
    terms!: NamedTerms | null;
  }
  ObjectType(name, { description: says })(Stub);
  Key()(Stub);
  Handled('OWN')(Stub);
  Field(() => ID, { description: `Opaque, ${ID_PREFIXES[name]}_ and 26 characters.` })(Stub.prototype, 'id');
  Field(() => String, { nullable: true, description: terms.says })(Stub.prototype, terms.field);
  for (const mark of [Category(is), External()]) mark(Stub.prototype, terms.field);

  const { resolver, specs } = matchingFields<Question>({
    name,
    question: Stub,
    kinds: watchedKinds(aggregates),
    is,
    marks: [Requires(terms.field)],
    testsOf: async (context, question, kind) => ({
      filter: await filterBy(context, question, kind, byKey),
      of: question.id,
    }),
    holdsUntil: (context, question) => postsHoldUntil(context, question.terms?.regions ?? []),
  });
  const find = (id: string, _: CallContext, told: object): Promise<Question | null> =>
    Promise.resolve(
      isEntityId(name, id)
        ? Object.assign(new Stub(), { id, terms: parseTerms(Reflect.get(told, terms.field)) })
        : null,
    );
  return { resolvers: [resolver], connections: [...specs.values()], stubs: [{ type: Stub, name, find }] };
}

const parseTerms = (told: unknown): NamedTerms | null =>
  typeof told === 'string' ? termsShape.parse(JSON.parse(told)) : null;

function filterBy(context: CallContext, { terms }: Question, kind: TermFields, byKey: PostsByKey): Promise<object> {
  if (terms === null) return Promise.resolve(NOTHING);
  return filterOf(terms, kind, {
    ...postsOfTerms(context, byKey),
    // Nobody who acts is known here by a key.
    actors: () => Promise.resolve([]),
  });
}
