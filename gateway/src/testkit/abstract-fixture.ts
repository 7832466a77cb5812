import { sha256Of } from '@chancery/shared/brands';
import { CATEGORY_RULES, type Category, type HandledBy } from '@chancery/shared/vocabulary';
import { buildSchema, type DirectiveNode, getOperationAST, Kind, parse, validate } from 'graphql';
import type { FieldPolicy } from '../schema/field-policy.js';
import type { Supergraph } from '../schema/supergraph.js';
import { typeLatticeOf } from '../schema/type-lattice.js';
import type { FailureNode } from '../stages/execute/fetched.js';
import { compileProjection } from '../stages/redact/compile-projection.js';
import { redact } from '../stages/redact/redact.js';
import type { Redacted } from '../stages/redact/redacted.js';
import type { RedactionContext } from '../stages/redact/redaction-context.js';
import { type CanonicalOperation, canonicalise } from '../stages/rewrite/canonical-operation.js';
import { contextOf, type Denials } from './redaction-fixture.js';

/** What the gateway knows; `Ghost` is inaccessible, and `handling` everywhere. */
const WHOLE_SDL = `
  directive @category(is: String!) on FIELD_DEFINITION
  directive @handled(by: String!) on OBJECT
  type Query {
    node(id: ID!): Node @category(is: "EXISTENCE")
    things: [Node] @category(is: "EXISTENCE")
    nodes(ids: [ID!]!): [Node] @category(is: "EXISTENCE")
    found: Found @category(is: "EXISTENCE")
    finds: [Found!] @category(is: "EXISTENCE")
    edges: [FoundEdge!] @category(is: "EXISTENCE")
    shape: Shape @category(is: "EXISTENCE")
  }
  interface Node { id: ID! handling: Int }
  interface Named { name(style: String): String handling: Int }
  union Found = Post | Report | Ghost
  type Post implements Node & Named @handled(by: "OWN") {
    id: ID! handling: Int name(style: String): String @category(is: "PUBLIC_FACT") plan: String @category(is: "PREMISES_RESCUE")
    near: Node @category(is: "PUBLIC_FACT")
  }
  type Report implements Node & Named @handled(by: "OWN") {
    id: ID! handling: Int name(style: String): String @category(is: "INTEL_REPORT") source: String @category(is: "INTEL_SOURCE")
  }
  type Ghost implements Node @handled(by: "OWN") { id: ID! handling: Int }
  type FoundEdge @handled(by: "PARENT") { node: Found cursor: String! }
  union Shape = Circle | Square
  type Circle @handled(by: "PARENT") { width: Int @category(is: "PUBLIC_FACT") }
  type Square @handled(by: "PARENT") { width: Int @category(is: "ARCHIVE") }
`;
const CONSUMER_SDL = WHOLE_SDL.replaceAll(/ ?handling: Int/g, '')
  .replace(' | Ghost', '')
  .replace(/type Ghost.*\n/, '');

const document = parse(WHOLE_SDL);
const objects = new Map(
  document.definitions.flatMap((node) => (node.kind === Kind.OBJECT_TYPE_DEFINITION ? [[node.name.value, node]] : [])),
);

function argumentOf(directives: readonly DirectiveNode[] | undefined, name: string): string | null {
  const value = directives?.find((directive) => directive.name.value === name)?.arguments?.[0]?.value;
  return value?.kind === Kind.STRING ? value.value : null;
}

const handledBy = (typeName: string) => argumentOf(objects.get(typeName)?.directives, 'handled') as HandledBy | null;

function policyOf(typeName: string, fieldName: string): FieldPolicy {
  const field = objects.get(typeName)?.fields?.find(({ name }) => name.value === fieldName);
  if (!field) throw new Error(`no policy for ${typeName}.${fieldName}`);
  const category = argumentOf(field.directives, 'category');
  if (category !== null && !(category in CATEGORY_RULES)) throw new Error(`no category ${category}`);
  const coordinate = `${typeName}.${fieldName}` as const;
  return { index: 0, coordinate, category: category as Category | null, floor: 0, optional: false };
}

/** Labelled rows behind an interface and a union; every rule is asked of an object type, none of an interface. */
const ABSTRACT: Supergraph = {
  digest: sha256Of(WHOLE_SDL),
  sdl: WHOLE_SDL,
  consumerSchema: buildSchema(CONSUMER_SDL),
  types: typeLatticeOf(document),
  subgraphNames: ['posts'],
  schemaOf: () => sha256Of(WHOLE_SDL),
  policies: [],
  inputs: new Map(),
  policyOf,
  handledBy,
  ownerOf: (typeName) => (handledBy(typeName) === 'OWN' ? 'posts' : null),
  countedBy: () => null,
};

export interface AbstractAsked {
  readonly pruned?: (policy: FieldPolicy) => boolean;
  readonly variables?: Readonly<Record<string, unknown>>;
}

export function canonicalOf(
  text: string,
  { pruned = () => false, variables = {} }: AbstractAsked = {},
): CanonicalOperation {
  const asked = parse(text);
  const [invalid] = validate(ABSTRACT.consumerSchema, asked);
  if (invalid) throw invalid;
  const operation = getOperationAST(asked);
  if (!operation) throw new Error('no operation');
  return canonicalise({ document: asked, operation, variables }, { supergraph: ABSTRACT, isPruned: pruned });
}

/** Answers a document over data that is merged already, under canonical keys. */
export function answerAbstract(
  text: string,
  data: Readonly<Record<string, unknown>>,
  asked: AbstractAsked & {
    readonly denials?: Denials;
    readonly failures?: FailureNode;
    readonly absent?: ReadonlySet<object>;
    readonly context?: Partial<RedactionContext>;
  } = {},
): Redacted {
  const plan = compileProjection(canonicalOf(text, asked).root);
  const fetched = { data, failures: asked.failures ?? null, ...(asked.absent ? { absent: asked.absent } : {}) };
  return redact(plan, fetched, contextOf(asked.denials, asked.context));
}
