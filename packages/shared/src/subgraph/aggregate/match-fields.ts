import { Arg, type ClassType, Ctx, Field, ID, ObjectType, Query, Resolver, Subscription } from 'type-graphql';
import { NEVER } from '../../calendar.js';
import { InternalError } from '../../errors.js';
import { Category, Handled, Inaccessible } from '../../schema/decorators.js';
import { notSubscribedHere, rowOfEvent } from '../events/record-of-event.js';
import { referenceOf } from '../links/reference.js';
import type { Stub } from '../links/stub.js';
import type { ConnectionSpec } from '../paging/connection-spec.js';
import type { CallContext } from '../reading/call-context.js';
import type { Labelled } from '../record/record.js';
import type { Aggregate } from './aggregate.js';
import { type MatchingParts, matchingFields, nowType } from './matching-fields.js';
import { addMethod, type ParameterMark } from './resolver-method.js';
import type { WatchedKind } from './watched-kind.js';

/** A record that says what other records are to be told of, and what these must pass. */
export interface StandingQuestion<Q extends Labelled>
  extends Pick<MatchingParts<Q>, 'kinds' | 'is' | 'testsOf' | 'holdsUntil'> {
  readonly question: Aggregate<Q>;
  /**
   * Kinds of record of other services that can meet it, by their names in a match. Whether one of them does its own service says, by the terms that the
   * gateway tells it: here it is taken at the gateway's word.
   */
  readonly elsewhere: Readonly<Record<string, ClassType<object>>>;
  /** Name of a match, and of the subscription that tells of one; the question stands in both under `one`. */
  readonly match: string;
  readonly field: string;
  readonly one: string;
  readonly says: string;
}

/** Fields that follow from a standing question, and the connections behind them. */
export interface MatchFields {
  readonly resolvers: readonly ClassType<object>[];
  readonly connections: readonly ConnectionSpec<object>[];
  readonly stubs: readonly Stub[];
}

/** What is told of records that meet a standing question which this service keeps: a connection for each kind, and a subscription. */
export function matchFields<Q extends Labelled>(asked: StandingQuestion<Q>): MatchFields {
  const { question } = asked;
  const { resolver, specs } = matchingFields<Q>({
    ...asked,
    name: question.declared.name,
    question: question.record,
    marks: [],
  });
  const stubs = Object.values(asked.elsewhere).flatMap((type): Stub[] => {
    const known = referenceOf(type);
    return known === undefined ? [] : [{ type, name: known.name, find: (id, context) => known.find(context, id) }];
  });
  const resolvers = [resolver, subscriptionOf(asked, specs), nowOf(asked)];
  return { resolvers, connections: [...specs.values()], stubs };
}

function subscriptionOf<Q extends Labelled>(
  asked: StandingQuestion<Q>,
  specs: ReadonlyMap<WatchedKind, ConnectionSpec<object>>,
): ClassType<object> {
  const { question, kinds, elsewhere, field, one, says, testsOf } = asked;
  const Match = matchType(asked);
  class Matched {}
  Resolver()(Matched);
  addMethod(Matched, {
    name: field,
    answer: async (context: CallContext, id: string): Promise<object | null> => {
      const standing = await question.rows.load(context, id);
      const { event } = context;
      const kind = kinds.find(({ aggregate }) => event?.startsWith(`${aggregate.declared.prefix}_`));
      if (standing === null) return null;
      if (kind === undefined) {
        const found = await Promise.all(
          Object.entries(elsewhere).map(async ([name, type]) => [name, await referred(context, type)]),
        );
        return { [one]: standing, ...Object.fromEntries(found) };
      }
      const record = await rowOfEvent(context, specOf(specs, kind), await testsOf(context, standing, kind));
      return record === null ? null : { [one]: standing, [kind.one]: record };
    },
    parameters: [Ctx(), named(one)],
    decorators: [
      Subscription(() => Match, { nullable: true, subscribe: notSubscribedHere, description: says }),
      Category('EXISTENCE'),
    ],
  });
  return Matched;
}

/** A match: the question, and a field for each kind of record, of whatever service. */
function matchType<Q extends Labelled>({
  question,
  kinds,
  elsewhere,
  match,
  one,
}: StandingQuestion<Q>): ClassType<object> {
  class Match {}
  ObjectType(match, { description: 'A record that meets a standing question: the field that is not null.' })(Match);
  Handled('PARENT')(Match);
  const own = kinds.map((kind): [string, ClassType<object>] => [kind.one, kind.aggregate.record]);
  for (const [name, type] of [[one, question.record] as const, ...own, ...Object.entries(elsewhere)]) {
    Field(() => type, { nullable: true, description: 'As this caller sees it now.' })(Match.prototype, name);
    Category('EXISTENCE')(Match.prototype, name);
  }
  return Match;
}

function specOf(specs: ReadonlyMap<WatchedKind, ConnectionSpec<object>>, kind: WatchedKind): ConnectionSpec<object> {
  const spec = specs.get(kind);
  if (spec === undefined) throw new InternalError('INTERNAL', `no connection for \`${kind.many}\``);
  return spec;
}

/** The record of the event, where it is of such a kind: its owner says whether it is there. */
async function referred(context: CallContext, type: ClassType<object>): Promise<object | null> {
  return context.event === null ? null : ((await referenceOf(type)?.find(context, context.event)) ?? null);
}

/** The question, for the gateway alone: what meets it now each service says of its own records, and this one how long the question holds. */
function nowOf<Q extends Labelled>({
  question,
  match,
  field,
  one,
  holdsUntil,
}: StandingQuestion<Q>): ClassType<object> {
  const Now = nowType(`${match}Now`, 'All that meets a standing question.');
  Field(() => question.record, { nullable: true, description: 'The question, of which is asked what meets it.' })(
    Now.prototype,
    one,
  );
  Category('EXISTENCE')(Now.prototype, one);
  class Nows {}
  Resolver()(Nows);
  addMethod(Nows, {
    name: `${field}Now`,
    answer: async (context: CallContext, id: string): Promise<object> => {
      const asked = await question.rows.load(context, id);
      const held = asked === null ? NEVER : holdsUntil(context, asked);
      return { [one]: asked, until: `${Math.min(context.masks.heldUntil(), held)}` };
    },
    parameters: [Ctx(), named(one)],
    decorators: [
      Query(() => Now, { nullable: true, description: 'All that a subscription of this name would tell of.' }),
      Category('EXISTENCE'),
      Inaccessible(),
    ],
  });
  return Nows;
}

/** The argument by which a question is named. */
function named(one: string): ParameterMark {
  return (...place) => {
    Arg(one, () => ID)(...place);
    Category('EXISTENCE')(...place);
  };
}
