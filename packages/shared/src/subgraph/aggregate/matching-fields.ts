import { Args, type ClassType, Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';
import type { Instant } from '../../clock.js';
import { NO_RECORD } from '../../feed/feed-wire.js';
import type { ConnectionArgs } from '../../schema/connection-args.js';
import { Category, Handled, Inaccessible, Shareable } from '../../schema/decorators.js';
import type { Category as CategoryName } from '../../vocabulary.js';
import { rowOfEvent } from '../events/record-of-event.js';
import { connect, idsOf } from '../paging/connection.js';
import type { ConnectionSpec, FixedTests } from '../paging/connection-spec.js';
import type { CallContext } from '../reading/call-context.js';
import { addMethod, type ResolverMethod } from './resolver-method.js';
import type { WatchedKind } from './watched-kind.js';

/** A standing question as a service knows it, which keeps it or is told of it, and what of its own records meets it. */
export interface MatchingParts<Q extends object> {
  /** Name and class of the question. */
  readonly name: string;
  readonly question: ClassType<Q>;
  readonly kinds: readonly WatchedKind[];
  /** The kind of data that the terms are of: who may not read them is not told what meets them. */
  readonly is: CategoryName;
  /** What else is said of the fields. */
  readonly marks: readonly MethodDecorator[];
  /** What a record of a kind must pass. */
  testsOf(context: CallContext, question: Q, kind: WatchedKind): Promise<FixedTests>;
  /** Until when what the question asks for is the same. */
  holdsUntil(context: CallContext, question: Q): Instant;
}

/** What follows for a service from the kinds of record that it has watched. */
export interface MatchingFields {
  readonly resolver: ClassType<object>;
  /** By kind, how what meets the question is listed. */
  readonly specs: ReadonlyMap<WatchedKind, ConnectionSpec<object>>;
}

/** Ids of what meets one question, for each kind, that are looked at again when acts or dates are others. */
export const LOOKED_AT_MAX = 5_000;

/**
 * Two fields of a standing question for each kind of record that can meet it: all that does, page by page, and the ids of it, for the gateway
 * alone. Nothing of a match is kept anywhere: it is found when it is read, under the masks of who reads.
 */
export function matchingFields<Q extends object>(parts: MatchingParts<Q>): MatchingFields {
  const Now = nowType('MatchedNow', 'Records of one kind that meet a standing question.');
  Shareable()(Now);
  Field(() => [ID], { nullable: true, description: 'Ids of records.' })(Now.prototype, 'ids');
  Category('EXISTENCE')(Now.prototype, 'ids');
  class Matches {}
  Resolver(() => parts.question)(Matches);
  const specs = new Map<WatchedKind, ConnectionSpec<object>>();
  for (const kind of parts.kinds) {
    const spec = kind.aggregate.listed.specNamed(`${parts.name}.${kind.many}`);
    specs.set(kind, spec);
    addMethod(Matches, allField(parts, kind, spec));
    addMethod(Matches, nowField(parts, kind, spec, Now));
  }
  return { resolver: Matches, specs };
}

function allField<Q extends object>(
  { is, marks, testsOf }: MatchingParts<Q>,
  kind: WatchedKind,
  spec: ConnectionSpec<object>,
): ResolverMethod {
  const { connection, args } = kind.aggregate.listed;
  return {
    name: kind.many,
    answer: async (context: CallContext, question: Q, page: ConnectionArgs) =>
      connect(context, spec, page, null, await testsOf(context, question, kind)),
    parameters: [Ctx(), Root(), Args(() => args)],
    decorators: [
      FieldResolver(() => connection, {
        nullable: true,
        description: 'What meets it, by what this caller may read now.',
      }),
      Category(is),
      ...marks,
    ],
  };
}

/** All of it, or for an event the record of that, if it does: so the gateway tells of what is new, and knows of each record whether it is told of. */
function nowField<Q extends object>(
  { is, marks, testsOf, holdsUntil }: MatchingParts<Q>,
  kind: WatchedKind,
  spec: ConnectionSpec<object>,
  Now: ClassType<object>,
): ResolverMethod {
  const { prefix } = kind.aggregate.declared;
  const idsFor = async (context: CallContext, question: Q): Promise<readonly string[]> => {
    const { event } = context;
    const isOfOne = event !== null && event !== NO_RECORD;
    if (isOfOne && !event.startsWith(`${prefix}_`)) return [];
    const tests = await testsOf(context, question, kind);
    if (!isOfOne) return idsOf(context, spec, tests, LOOKED_AT_MAX);
    return (await rowOfEvent(context, spec, tests)) === null ? [] : [event];
  };
  return {
    name: `${kind.one}MatchedNow`,
    answer: async (context: CallContext, question: Q): Promise<object> => {
      const ids = await idsFor(context, question);
      return { ids, until: `${Math.min(context.masks.heldUntil(), holdsUntil(context, question))}` };
    },
    parameters: [Ctx(), Root()],
    decorators: [
      FieldResolver(() => Now, { nullable: true, description: 'What meets it now.' }),
      Category(is),
      Inaccessible(),
      ...marks,
    ],
  };
}

/** What is so until a date, for the gateway alone. */
export function nowType(name: string, says: string): ClassType<object> {
  class Now {}
  ObjectType(name, { description: says })(Now);
  Inaccessible()(Now);
  Handled('PARENT')(Now);
  Field(() => String, {
    nullable: true,
    description: 'When a date may change that, in milliseconds since 1970.',
  })(Now.prototype, 'until');
  Category('EXISTENCE')(Now.prototype, 'until');
  return Now;
}
