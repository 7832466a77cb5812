import type { CitedRule, Decision } from '@chancery/policy/decision';
import type { Handling } from '@chancery/shared/labels/label';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import {
  CATEGORY_RULES,
  type Category,
  type Coordinate,
  type HandledBy,
  type WithheldCode,
} from '@chancery/shared/vocabulary';
import {
  buildSchema,
  type DirectiveNode,
  type FieldNode,
  GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  Kind,
  parse,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from 'graphql';
import type { FieldPolicy } from '../schema/field-policy.js';
import type { FailureNode, Fetched } from '../stages/execute/fetched.js';
import { compileProjection } from '../stages/redact/compile-projection.js';
import { redact } from '../stages/redact/redact.js';
import type { Redacted } from '../stages/redact/redacted.js';
import type { RedactionContext } from '../stages/redact/redaction-context.js';
import { SelectionMemory } from '../stages/redact/selection-memory.js';
import type { FieldProjection, ObjectProjection } from '../stages/rewrite/projection.js';

const DIRECTIVES = /* GraphQL */ `
  directive @category(is: String!) on FIELD_DEFINITION
  directive @handled(by: String!) on OBJECT
`;

/** A small world: rows of their own, a link, a list of links, a connection, a value object and every mode of denial. */
export const POSTS: GraphQLSchema = buildSchema(/* GraphQL */ `
  ${DIRECTIVES}
  type Query {
    post: Post @category(is: "EXISTENCE")
    posts: PostConnection @category(is: "EXISTENCE")
  }
  type Post @handled(by: "OWN") {
    id: ID!
    name: String @category(is: "PUBLIC_FACT")
    kind: Kind @category(is: "PUBLIC_FACT")
    plan: String @category(is: "PREMISES_RESCUE")
    archive: String @category(is: "ARCHIVE")
    source: String @category(is: "INTEL_SOURCE")
    headcount: Int @category(is: "ROSTER")
    hazards: [String!] @category(is: "PREMISES_RESCUE")
    custody: Custody @category(is: "LEGAL_ACT")
    parent: Post @category(is: "PUBLIC_FACT")
    related: [Post!] @category(is: "PUBLIC_FACT")
    neighbours: [Post] @category(is: "PUBLIC_FACT")
    branches: PostConnection @category(is: "EXISTENCE")
    constructor: String @category(is: "PUBLIC_FACT")
    valueOf: String @category(is: "ARCHIVE")
  }
  type Custody @handled(by: "PARENT") {
    custodian: String @category(is: "EXISTENCE")
    since: String! @category(is: "EXISTENCE")
  }
  type PostConnection @handled(by: "PARENT") {
    edges: [PostEdge!]!
    totalCount: Int @category(is: "EXISTENCE")
    isExact: Boolean @category(is: "EXISTENCE")
    pageInfo: PageInfo!
  }
  type PageInfo @handled(by: "PARENT") { hasNextPage: Boolean! endCursor: String }
  type PostEdge @handled(by: "PARENT") { node: Post cursor: String! }
  enum Kind { EMBASSY CONSULATE }
`);

/** Handlings by the integer under which the one subgraph of the fixture sends them. */
export const HANDLINGS: ReadonlyMap<number, Handling> = new Map([
  [1, parseHandling('l=-;rel=*;nat=*;pur=*;own=CHANCERY.register;m=Q1')],
  [2, parseHandling('l=USA:1;rel=*;nat=*;pur=*;own=USA.diplomatic-security;m=Q2')],
  [3, parseHandling('l=USA:3;rel=USA;nat=*;pur=*;own=USA.intelligence;m=Q2;t=synthetic')],
  [
    4,
    parseHandling(
      'l=USA:3;rel=USA;nat=*;pur=*;own=USA.intelligence;m=Q2!EXISTENCE(l=USA:0;rel=*;nat=*;pur=*)!Post.name(l=USA:0;rel=*;nat=*;pur=*)',
    ),
  ],
]);

/** The handling of the root types. */
export const FLOOR: Handling = parseHandling('l=-;rel=*;nat=*;pur=*;own=CHANCERY.root');

const rule = (name: string, liftedBy: CitedRule['liftedBy'] = []): CitedRule => ({
  rule: name,
  instrument: name.split('-')[0] ?? name,
  article: '1',
  tell: name.startsWith('IC') ? 'auditor' : 'caller',
  liftedBy,
});

const base = { obligations: [], acts: [], validUntil: Number.POSITIVE_INFINITY };

export const ALLOW: Decision = { ...base, effect: 'allow', code: null, citations: [rule('CHY-PUB')] };
export const HIDE: Decision = { ...base, effect: 'hide', code: null, citations: [rule('CHY-DENY')] };
export const CLOSED: Decision = { ...base, effect: 'withhold', code: 'BASIS_MISSING', citations: [rule('CHY-DENY')] };

export function withhold(code: WithheldCode, name: string, liftedBy: CitedRule['liftedBy'] = []): Decision {
  return { ...base, effect: 'withhold', code, citations: [rule(name, liftedBy)] };
}

/** What the fixture denies: a coordinate everywhere, or `Type.field @ integer` under one handling; `EXISTENCE` for rows. */
export type Denials = Readonly<Record<string, Decision>>;

export function contextOf(denials: Denials = {}, overrides: Partial<RedactionContext> = {}): RedactionContext {
  const find = (coordinate: Coordinate, handling: Handling): Decision => {
    const integer = [...HANDLINGS].find(([, known]) => known === handling)?.[0];
    return denials[`${coordinate} @ ${integer}`] ?? denials[coordinate] ?? ALLOW;
  };
  return {
    decider: {
      decide: (field, handling) => find(field.coordinate, handling),
      existence: (handling) => find('EXISTENCE', handling),
      kept: null,
    },
    selections: new SelectionMemory(),
    closed: (category) => ({ ...CLOSED, effect: CATEGORY_RULES[category].mode }),
    undecidable: withhold('POLICY_ERROR', 'CHY-DENY'),
    floor: FLOOR,
    handlingOf: (subgraph, integer) =>
      subgraph === 'posts' && typeof integer === 'number' ? (HANDLINGS.get(integer) ?? null) : null,
    overrule: () => null,
    alarm: () => {},
    markFor: ({ label, maker }, exercise) => `${exercise ? 'EXERCISE//' : ''}${maker} ${label.text}`,
    callerCitations: (decision) => decision.citations.filter((citation) => citation.tell === 'caller'),
    closest: () => [],
    tellsBasis: false,
    introspection: {},
    ...overrides,
  };
}

export interface Answered extends Redacted {
  /** What a caller would receive. */
  readonly json: string;
}

interface Asked {
  readonly schema?: GraphQLSchema;
  readonly failures?: FailureNode;
  readonly denials?: Denials;
  readonly pruned?: readonly Coordinate[];
  readonly context?: Partial<RedactionContext>;
  /** What is known of objects of the data beside what they hold. */
  readonly standing?: Pick<Fetched, 'absent' | 'shared'>;
}

/** Answers a document over data that is fetched already. */
export function answer(document: string, data: object, asked: Asked = {}): Answered {
  const plan = compileProjection(projectionOf(document, asked.schema ?? POSTS, asked.pruned ?? []));
  const failures = asked.failures ?? null;
  const fetched = { data: data as Readonly<Record<string, unknown>>, failures, ...asked.standing };
  const redacted = redact(plan, fetched, contextOf(asked.denials, asked.context));
  return { ...redacted, json: JSON.stringify(toldOf(redacted)) };
}

/** The part of a redacted answer that leaves for the caller. */
export function toldOf({ data, errors, withheld, marked, exercise, owed, bases }: Redacted): unknown {
  return {
    data,
    errors,
    withheld,
    marked: marked.map(({ label, maker }) => `${maker} ${label.text}`),
    exercise,
    owed,
    bases,
  };
}

/** A failure at a path of canonical keys. */
export function failureAt(
  path: readonly (string | number)[],
  code: FailureNode['code'],
  message?: string,
): FailureNode {
  const [key, ...rest] = path;
  if (key === undefined) return { code, message: message ?? null, children: new Map() };
  return { code: null, message: null, children: new Map([[key, failureAt(rest, code, message)]]) };
}

/** An alias by which a document of the fixture asks for a field that is decided and not answered. */
const UNSHOWN = 'unshown';

/** The projection of a document without fragments; every alias reads the field's own name. */
export function projectionOf(
  document: string,
  schema: GraphQLSchema = POSTS,
  pruned: readonly Coordinate[] = [],
): ObjectProjection {
  const definition = parse(document).definitions[0];
  const root = schema.getQueryType();
  if (definition?.kind !== Kind.OPERATION_DEFINITION || !root) throw new Error('the fixture projects queries');
  return project(root, definition.selectionSet, pruned);
}

function project(
  type: GraphQLObjectType,
  selections: SelectionSetNode,
  pruned: readonly Coordinate[],
): ObjectProjection {
  const handledBy = argumentOf(type.astNode?.directives, 'handled') as HandledBy | null;
  const fields = selections.selections.map((node) => projectField(type, node as FieldNode, pruned));
  const rowsOf = ['PostConnection', 'PageInfo'].includes(type.name) ? 'posts' : null;
  return { typeName: type.name, handledBy, owner: handledBy === 'OWN' ? 'posts' : null, rowsOf, fields };
}

function projectField(holder: GraphQLObjectType, node: FieldNode, pruned: readonly Coordinate[]): FieldProjection {
  const fieldName = node.name.value;
  const isTypename = fieldName === '__typename';
  const field = isTypename ? TypeNameMetaFieldDef : holder.getFields()[fieldName];
  if (field === undefined) throw new Error(`the fixture has no ${holder.name}.${fieldName}`);
  const named = getNamedType(field.type);
  const below = node.selectionSet;
  return {
    responseKey: node.alias?.value ?? fieldName,
    canonicalKey: fieldName,
    fieldName,
    policy: policyOf(`${holder.name}.${fieldName}`, field.astNode?.directives),
    type: field.type,
    selection: below && named instanceof GraphQLObjectType ? project(named, below, pruned) : null,
    source: isTypename ? 'typename' : 'data',
    pruned: pruned.includes(`${holder.name}.${fieldName}`),
    isShown: node.alias?.value !== UNSHOWN,
    isAsked: false,
  };
}

function policyOf(coordinate: Coordinate, directives: readonly DirectiveNode[] | undefined): FieldPolicy {
  const category = argumentOf(directives, 'category');
  if (category !== null && !(category in CATEGORY_RULES)) throw new Error(`the fixture has no category ${category}`);
  return { index: 0, coordinate, category: category as Category | null, floor: 0, optional: false };
}

function argumentOf(directives: readonly DirectiveNode[] | undefined, name: string): string | null {
  const value = directives?.find((directive) => directive.name.value === name)?.arguments?.[0]?.value;
  return value?.kind === Kind.STRING ? value.value : null;
}
