import { type Decider, DecisionTable } from '@chancery/gateway/authorize/decider';
import { compileProjection } from '@chancery/gateway/redact/compile-projection';
import { redact } from '@chancery/gateway/redact/redact';
import type { RedactionContext } from '@chancery/gateway/redact/redaction-context';
import { SelectionMemory } from '@chancery/gateway/redact/selection-memory';
import type { ObjectProjection } from '@chancery/gateway/rewrite/projection';
import { callerCitations } from '@chancery/policy/caller-citations';
import type { PolicyEngine } from '@chancery/policy/engine';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import type { Profile } from '@chancery/shared/subjects/subject';
import { GraphQLList, GraphQLObjectType, GraphQLString } from 'graphql';
import { type Contestant, measureInTurn } from '../measure.js';
import { printTable } from '../table.js';
import { abilityOf, caslSubject } from './casl-peer.js';
import { askCedar, cedarCall } from './cedar-peer.js';
import { answerWith, plainSchema, type ShieldedObject, shieldedSchema } from './shield-peer.js';
import { expectedOf, type Value, verifyAnswers } from './value.js';
import { FIELDS, type Workload } from './workload.js';

const ROUNDS = 9;
const CEDAR_VALUES = 400;
const WIDTH = FIELDS.length;
const FLOOR = parseHandling('l=-;rel=*;nat=*;pur=*;own=CHANCERY.root');
const key = (field: number): string => `f${field}`;
const textOf = (row: number, field: number): string => `value ${row} of field ${field}`;

type Row = Readonly<Record<string, string | number>>;

/** What the gateway compiles of a document that selects the 20 fields of a list of posts. */
function projection(): ObjectProjection {
  const Post = new GraphQLObjectType({ name: 'Post', fields: { id: { type: GraphQLString } } });
  const shared = { fieldName: '', source: 'data', pruned: false, isShown: true, isAsked: false } as const;
  const fields = FIELDS.map((category, index) => ({
    ...shared,
    responseKey: key(index),
    canonicalKey: key(index),
    policy: { index, coordinate: `Post.${key(index)}` as const, category, floor: 0, optional: false },
    type: GraphQLString,
    selection: null,
  }));
  const posts = {
    ...shared,
    responseKey: 'posts',
    canonicalKey: 'posts',
    policy: {
      index: WIDTH,
      coordinate: 'Query.posts' as const,
      category: 'EXISTENCE' as const,
      floor: 0,
      optional: false,
    },
    type: new GraphQLList(Post),
    selection: { typeName: 'Post', handledBy: 'OWN' as const, owner: 'posts', rowsOf: null, fields },
  };
  return { typeName: 'Query', handledBy: null, owner: null, rowsOf: null, fields: [posts] };
}

/** One for the process, as the gateway has. */
const selections = new SelectionMemory();

function contextOf(decider: Decider, engine: PolicyEngine, workload: Workload): RedactionContext {
  const profile = itemAt(workload.profiles, 0);
  return {
    decider,
    selections,
    closed: (category) => engine.staticDenial(profile, category),
    undecidable: engine.undecidable,
    floor: FLOOR,
    handlingOf: (_subgraph, integer) => workload.answer[Number(integer)] ?? null,
    overrule: () => null,
    alarm: (message) => {
      throw new RangeError(message);
    },
    callerCitations,
    markFor: ({ label }) => label.text,
    closest: (category) => engine.closestPermits(profile, category),
    tellsBasis: false,
    introspection: {},
  };
}

/** Which values of an answer are there. */
function shownIn(data: unknown): readonly boolean[] {
  const posts: unknown = Reflect.get(Object(data), 'posts');
  if (!Array.isArray(posts)) throw new RangeError('no posts in the answer');
  return posts.flatMap((post) => FIELDS.map((_, field) => Reflect.get(Object(post), key(field)) !== null));
}

function rowsOf({ answer }: Workload): readonly Row[] {
  return answer.map((_, row) => ({
    handling: row,
    ...Object.fromEntries(FIELDS.map((_category, field) => [key(field), textOf(row, field)])),
  }));
}

function objectsOf(rows: readonly Row[], values: readonly Value[]): readonly ShieldedObject[] {
  return rows.map((_, row) => ({
    values: Object.fromEntries(FIELDS.map((_category, field) => [key(field), textOf(row, field)])),
    inputs: new Map(values.slice(row * WIDTH, (row + 1) * WIDTH).map(({ category, input }) => [category, input])),
  }));
}

/** Makes an answer of its own by asking once a value, as one would around CASL or Cedar. */
function walkWith(rows: readonly Row[], allows: (index: number) => boolean): unknown {
  return {
    posts: rows.map((row, index) =>
      Object.fromEntries(
        FIELDS.map((_, field) => [key(field), allows(index * WIDTH + field) ? row[key(field)] : null]),
      ),
    ),
  };
}

/** The answers of one workload, each contestant's own way, verified against the engine's. */
async function contestantsFor(
  workload: Workload,
  engine: PolicyEngine,
  profile: Profile,
): Promise<readonly Contestant[]> {
  const { values, allowed } = expectedOf(workload, engine, profile, workload.answer, FIELDS);
  const rows = rowsOf(workload);
  const plan = compileProjection(projection());
  const fetched = { data: { posts: rows }, failures: null };
  const redactWith = (table: DecisionTable) =>
    redact(plan, fetched, contextOf(table.at(workload.now), engine, workload)).data;
  const kept = new DecisionTable(engine, profile, workload.view);
  const ability = abilityOf(itemAt(values, 0));
  const subjects = values.map(caslSubject);
  const calls = values.slice(0, CEDAR_VALUES).map(cedarCall);
  const objects = objectsOf(rows, values);
  const [plain, shielded] = [plainSchema(), shieldedSchema()];
  const copied = () => walkWith(rows, () => true);
  const warm = () => redactWith(kept);
  const cold = () => redactWith(new DecisionTable(engine, profile, workload.view));
  const casl = () => walkWith(rows, (index) => ability.can('read', itemAt(subjects, index)));
  const cedar = () => walkWith(rows.slice(0, CEDAR_VALUES / WIDTH), (index) => askCedar(itemAt(calls, index)));
  const shield = () => answerWith(shielded, objects);
  verifyAnswers('the gateway', shownIn(warm()), allowed);
  verifyAnswers('the gateway, profile never seen', shownIn(cold()), allowed);
  verifyAnswers('CASL', shownIn(casl()), allowed);
  verifyAnswers('Cedar', shownIn(cedar()), allowed.slice(0, CEDAR_VALUES));
  verifyAnswers('graphql-shield', shownIn((await shield()).data), allowed);
  const all = values.length;
  return [
    { name: 'Chancery, profile known', values: all, run: warm },
    { name: 'Chancery, profile never seen', values: all, run: cold },
    { name: 'copying alone, no rules', values: all, run: copied },
    { name: 'a walk, CASL for each value', values: all, run: casl },
    { name: 'graphql-js, no rules', values: all, run: () => answerWith(plain, objects) },
    { name: 'graphql-js with graphql-shield', values: all, run: shield },
    { name: `a walk, cedar-wasm for each value (${CEDAR_VALUES} of them)`, values: CEDAR_VALUES, run: cedar },
  ];
}

/** Redacting an answer of 1,000 objects of 20 fields: ours beside a walk with CASL or Cedar, and graphql-shield. */
export async function benchRedaction(workload: Workload, engine: PolicyEngine): Promise<string> {
  const profile = itemAt(workload.profiles, 0);
  const tables: string[] = [];
  for (const answer of [workload.answer, workload.answerOfFew]) {
    const measured = await measureInTurn(await contestantsFor({ ...workload, answer }, engine, profile), ROUNDS);
    const handlings = new Set(answer).size;
    const about = `${answer.length} objects of ${WIDTH} fields under ${handlings} handlings, for ${profile.subject.agency}.`;
    tables.push(printTable(`Redacting an answer under ${handlings} handlings`, measured, about));
  }
  return tables.join('\n');
}

function itemAt<Item>(items: readonly Item[], index: number): Item {
  const found = items[index];
  if (found === undefined) throw new RangeError(`no item ${index}`);
  return found;
}
