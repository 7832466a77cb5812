import { createRequire } from 'node:module';
import { evaluateCompiled } from '@chancery/policy/compiled/evaluate';
import type { PolicyInput } from '@chancery/policy/compiled/policy-input';
import { createRuleTable, rulesOf } from '@chancery/policy/compiled/rule-table';
import { POLICIES } from '@chancery/policy/policies';
import type { Category } from '@chancery/shared/vocabulary';
import { buildSchema, type ExecutionResult, execute, type GraphQLSchema, parse } from 'graphql';
import { applyMiddleware } from 'graphql-middleware';
import { FIELDS } from './workload.js';

// Its ES modules ask node:util for what left it with Node 23, by name; its CommonJS ones ask when they need it, which is never here.
const { deny, rule, shield }: typeof import('graphql-shield') = createRequire(import.meta.url)('graphql-shield');

/** An object as the resolvers see it: its values, and the input about each kind of data. */
export interface ShieldedObject {
  readonly values: Readonly<Record<string, string>>;
  readonly inputs: ReadonlyMap<Category, PolicyInput>;
}

const TABLE = createRuleTable(POLICIES);

/** One rule of graphql-shield for each kind of data. Its body is our own compiled predicates: the best case for the frame. */
function ruleFor(category: Category) {
  const rules = rulesOf(TABLE, category);
  return rule(category, { cache: 'no_cache' })((parent: ShieldedObject) => {
    const input = parent.inputs.get(category);
    if (input === undefined) return false;
    const { bars, bases } = evaluateCompiled(category, rules, [input]);
    return bars.length === 0 && bases.length > 0;
  });
}

/** The schema of one answer: a list of objects of 20 fields. */
export function plainSchema(): GraphQLSchema {
  const fields = FIELDS.map((_, index) => `f${index}: String`).join(' ');
  const schema = buildSchema(`type Query { posts: [Post!]! } type Post { ${fields} }`);
  const post = schema.getType('Post');
  if (post === undefined || !('getFields' in post)) throw new RangeError('the schema has no Post');
  for (const [name, field] of Object.entries(post.getFields())) {
    if ('resolve' in field) field.resolve = (source: ShieldedObject) => source.values[name];
  }
  return schema;
}

/** The same schema behind graphql-shield. */
export function shieldedSchema(): GraphQLSchema {
  // One rule may stand at several fields; two of one name may not.
  const rules = new Map(FIELDS.map((category) => [category, ruleFor(category)]));
  const Post = Object.fromEntries(FIELDS.map((category, index) => [`f${index}`, rules.get(category) ?? deny]));
  return applyMiddleware(plainSchema(), shield({ Post }, { allowExternalErrors: true }));
}

const DOCUMENT = parse(`{ posts { ${FIELDS.map((_, index) => `f${index}`).join(' ')} } }`);

/** Answers over the objects. */
export async function answerWith(schema: GraphQLSchema, objects: readonly ShieldedObject[]): Promise<ExecutionResult> {
  return execute({ schema, document: DOCUMENT, rootValue: { posts: objects } });
}
