import {
  Arg,
  Args,
  type ClassType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  ObjectType,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import { InternalError } from '../../errors.js';
import { NO_RECORD } from '../../feed/feed-wire.js';
import type { ConnectionArgs } from '../../schema/connection-args.js';
import { Category, Handled, Inaccessible } from '../../schema/decorators.js';
import type { Category as CategoryName } from '../../vocabulary.js';
import { notSubscribedHere, rowOfEvent } from '../events/record-of-event.js';
import { referenceOf } from '../links/reference.js';
import { connect, idsOf } from '../paging/connection.js';
import type { ConnectionSpec, FixedTests } from '../paging/connection-spec.js';
import type { CallContext } from '../reading/call-context.js';
import type { Labelled } from '../record/record.js';
import type { Aggregate } from './aggregate.js';
import { addMethod, type ParameterMark } from './resolver-method.js';

/** A kind of record that can meet a standing question, under the name that it has in a match, and that of the connection of all. */
export interface MatchKind {
  readonly aggregate: Pick<Aggregate, 'record' | 'declared' | 'listed'>;
  readonly one: string;
  readonly many: string;
}

/** A kind of record of another service that can meet one, under the name that it has in a match. */
export interface MatchElsewhere {
  readonly one: string;
  readonly type: () => ClassType<object>;
}

/** A record that says what other records are to be told of, and what these must pass. */
export interface StandingQuestion<Q extends Labelled, K extends MatchKind> {
  readonly question: Aggregate<Q>;
  readonly kinds: readonly K[];
  /** Whether one of these meets it its own service says, by the terms that the gateway tells it: here it is taken at the gateway's word. */
  readonly elsewhere: readonly MatchElsewhere[];
  /** Name of a match, and of the subscription that tells of one; the question stands in both under `one`. */
  readonly match: string;
  readonly field: string;
  readonly one: string;
  readonly says: string;
  /** The kind of data that the terms are of: who may not read them is not told what meets them. */
  readonly is: CategoryName;
  /** A filter over fields of the kind, so that a record meets the question by what its reader may read of it, and by nothing else. */
  metBy(context: CallContext, question: Q, kind: K): Promise<object>;
  /** When the question itself ends to be asked; null where it does not. */
  endsAt(question: Q): Date | null;
}

/** Fields that follow from a standing question, and the connections behind them. */
export interface MatchFields {
  readonly resolvers: readonly ClassType<object>[];
  readonly connections: readonly ConnectionSpec<object>[];
}

/** Ids of what meets one question that are looked at again when acts or dates are others. */
export const LOOKED_AT_MAX = 5_000;

/**
 * What is told of records that meet a standing question: a connection for each kind, and a subscription. Nothing of a match is kept
 * anywhere: it is found when it is read, under the masks of who reads, so there is no row, count or order that could tell of one.
 */
export function matchFields<Q extends Labelled, K extends MatchKind>(asked: StandingQuestion<Q, K>): MatchFields {
  const { name } = asked.question.declared;
  const specs = new Map(
    asked.kinds.map((kind): [K, ConnectionSpec<object>] => [
      kind,
      kind.aggregate.listed.specNamed(`${name}.${kind.many}`),
    ]),
  );
  const matching: Matching<Q, K> = {
    ...asked,
    specOf: (kind) => specs.get(kind) ?? unknown(kind),
    testsOf: async (context, question, kind) => ({
      filter: await asked.metBy(context, question, kind),
      of: question.id,
    }),
  };
  const resolvers = [connectionsOf(matching), subscriptionOf(matching), nowOf(matching)];
  return { resolvers, connections: [...specs.values()] };
}

interface Matching<Q extends Labelled, K extends MatchKind> extends StandingQuestion<Q, K> {
  specOf(kind: K): ConnectionSpec<object>;
  testsOf(context: CallContext, question: Q, kind: K): Promise<FixedTests>;
}

function unknown({ many }: MatchKind): never {
  throw new InternalError('INTERNAL', `no connection for \`${many}\``);
}

function connectionsOf<Q extends Labelled, K extends MatchKind>(matching: Matching<Q, K>): ClassType<object> {
  const { question, kinds, is, specOf, testsOf } = matching;
  class Matches {}
  Resolver(() => question.record)(Matches);
  for (const kind of kinds) {
    const { connection, args } = kind.aggregate.listed;
    addMethod(Matches, {
      name: kind.many,
      answer: async (context: CallContext, asked: Q, page: ConnectionArgs) =>
        connect(context, specOf(kind), page, null, await testsOf(context, asked, kind)),
      parameters: [Ctx(), Root(), Args(() => args)],
      decorators: [
        FieldResolver(() => connection, {
          nullable: true,
          description: 'What meets it, by what this caller may read now.',
        }),
        Category(is),
      ],
    });
  }
  return Matches;
}

function subscriptionOf<Q extends Labelled, K extends MatchKind>(matching: Matching<Q, K>): ClassType<object> {
  const { question, kinds, elsewhere, match, field, one, says, specOf, testsOf } = matching;
  class Match {}
  ObjectType(match, { description: 'A record that meets a standing question: the field that is not null.' })(Match);
  Handled('PARENT')(Match);
  const own = [{ one, aggregate: question }, ...kinds].map((each) => ({ ...each, type: () => each.aggregate.record }));
  for (const each of [...own, ...elsewhere]) {
    Field(each.type, { nullable: true, description: 'As this caller sees it now.' })(Match.prototype, each.one);
    Category('EXISTENCE')(Match.prototype, each.one);
  }
  class Matched {}
  Resolver()(Matched);
  addMethod(Matched, {
    name: field,
    answer: async (context: CallContext, id: string): Promise<object | null> => {
      const asked = await question.rows.load(context, id);
      const { event } = context;
      const kind = kinds.find(({ aggregate }) => event?.startsWith(`${aggregate.declared.prefix}_`));
      if (asked === null) return null;
      if (kind === undefined) {
        const found = await Promise.all(elsewhere.map(async (each) => [each.one, await referred(context, each)]));
        return { [one]: asked, ...Object.fromEntries(found) };
      }
      const record = await rowOfEvent(context, specOf(kind), await testsOf(context, asked, kind));
      return record === null ? null : { [one]: asked, [kind.one]: record };
    },
    parameters: [Ctx(), named(one)],
    decorators: [
      Subscription(() => Match, { nullable: true, subscribe: notSubscribedHere, description: says }),
      Category('EXISTENCE'),
    ],
  });
  return Matched;
}

/** The record of the event, where it is of such a kind: its owner says whether it is there. */
async function referred(context: CallContext, { type }: MatchElsewhere): Promise<object | null> {
  return context.event === null ? null : ((await referenceOf(type())?.find(context, context.event)) ?? null);
}

/** For the gateway alone, which tells of what is new among them when acts, facts or the date are others. */
function nowOf<Q extends Labelled, K extends MatchKind>(matching: Matching<Q, K>): ClassType<object> {
  const { question, kinds, match, field, one, specOf, testsOf, endsAt } = matching;
  const Now = nowType(`${match}Now`, 'All that meets a standing question.');
  Field(() => question.record, {
    nullable: true,
    description: 'The question, of which other services say what meets it.',
  })(Now.prototype, one);
  Category('EXISTENCE')(Now.prototype, one);
  class Nows {}
  Resolver()(Nows);
  addMethod(Nows, {
    name: `${field}Now`,
    answer: async (context: CallContext, id: string): Promise<object> => {
      const asked = await question.rows.load(context, id);
      const ids: string[] = [];
      // Asked about one record the gateway wants to know of another service's.
      const isOfAll = context.event === null || context.event === NO_RECORD;
      for (const kind of asked === null || !isOfAll ? [] : kinds) {
        if (asked === null || ids.length >= LOOKED_AT_MAX) break;
        const tests = await testsOf(context, asked, kind);
        ids.push(...(await idsOf(context, specOf(kind), tests, LOOKED_AT_MAX - ids.length)));
      }
      const ends = asked === null ? null : endsAt(asked);
      return {
        [one]: asked,
        ids,
        until: `${Math.min(context.masks.heldUntil(), ends?.getTime() ?? Number.POSITIVE_INFINITY)}`,
      };
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

/** Ids of what meets a question, and until when, for the gateway alone. */
export function nowType(name: string, says: string): ClassType<object> {
  class Now {}
  ObjectType(name, { description: says })(Now);
  Inaccessible()(Now);
  Handled('PARENT')(Now);
  const fields = [
    ['ids', () => [ID], 'Ids of records.'],
    ['until', () => String, 'When a date may change that, in milliseconds since 1970.'],
  ] as const;
  for (const [property, type, description] of fields) {
    Field(type, { nullable: true, description })(Now.prototype, property);
    Category('EXISTENCE')(Now.prototype, property);
  }
  return Now;
}

/** The argument by which a question is named. */
function named(one: string): ParameterMark {
  return (...place) => {
    Arg(one, () => ID)(...place);
    Category('EXISTENCE')(...place);
  };
}
