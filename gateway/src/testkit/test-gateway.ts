import { sha256Of } from '@chancery/shared/brands';
import { buildSchema, type GraphQLSchema, getOperationAST, parse, validate } from 'graphql';
import type { Supergraph } from '../schema/supergraph.js';
import { typeLatticeOf } from '../schema/type-lattice.js';
import { createSubgraphCaller, type SubgraphCallerOptions } from '../stages/execute/call-subgraph.js';
import { executePlan } from '../stages/execute/execute-plan.js';
import type { FailureNode, Fetched } from '../stages/execute/fetched.js';
import { openSubgraphTransport, type TransportOptions } from '../stages/execute/subgraph-transport.js';
import { createPlanner, type Planner } from '../stages/plan/planner.js';
import type { QueryPlan } from '../stages/plan/query-plan.js';
import { canonicalise } from '../stages/rewrite/canonical-operation.js';
import { isAbstractProjection, type ObjectProjection, type SelectionProjection } from '../stages/rewrite/projection.js';
import {
  composeTestSupergraph,
  startTestSubgraph,
  TEST_CONSUMER_SDL,
  TEST_SDL,
  type TestCall,
  type TestReply,
  testSubgraphSchema,
  truthfully,
} from './test-mesh.js';
import { TestWorld } from './test-world.js';

const OWNERS = new Map([
  ['Place', 'places'],
  ['Person', 'people'],
]);

/** The test schema's supergraph; every field exempt, for what is tested here decides nothing. */
export const TEST_MESH_SUPERGRAPH: Supergraph = {
  digest: sha256Of('test'),
  sdl: composeTestSupergraph(),
  consumerSchema: buildSchema(TEST_CONSUMER_SDL),
  types: typeLatticeOf(parse(TEST_CONSUMER_SDL)),
  subgraphNames: ['figures', 'people', 'places', 'sums'],
  policies: [],
  inputs: new Map(),
  schemaOf: () => sha256Of('test'),
  policyOf: (typeName, fieldName) => ({
    index: 0,
    coordinate: `${typeName}.${fieldName}`,
    category: null,
    floor: 0,
    optional: false,
  }),
  handledBy: (typeName) => (typeName === 'Query' ? null : OWNERS.has(typeName) ? 'OWN' : 'PARENT'),
  ownerOf: (typeName) => OWNERS.get(typeName) ?? null,
  countedBy: () => null,
};

export interface TestGatewayOptions extends Partial<Omit<SubgraphCallerOptions, 'transport'>> {
  readonly endpoints: Readonly<Record<string, string>>;
  readonly transport?: TransportOptions;
}

export interface TestExecution {
  readonly fetched: Fetched;
  readonly root: ObjectProjection;
  readonly plan: QueryPlan | null;
}

/** From a caller's text to merged data, over real connections, without any decision. */
export class TestGateway {
  readonly planner: Planner = createPlanner(TEST_MESH_SUPERGRAPH.sdl);
  readonly #transport;

  constructor(readonly options: TestGatewayOptions) {
    this.#transport = openSubgraphTransport(new Map(Object.entries(options.endpoints)), options.transport);
  }

  async execute(
    text: string,
    options: { readonly variables?: Readonly<Record<string, unknown>>; readonly signal?: AbortSignal } = {},
  ): Promise<TestExecution> {
    const { variables = {}, signal = new AbortController().signal } = options;
    const document = validDocument(TEST_MESH_SUPERGRAPH.consumerSchema, text);
    const operation = getOperationAST(document);
    if (!operation) throw new Error('no operation');
    const canonical = canonicalise(
      { document, operation, variables },
      { supergraph: TEST_MESH_SUPERGRAPH, isPruned: () => false },
    );
    const [step] = canonical.steps;
    const plan = step ? this.planner.plan(step.text) : null;
    const callSubgraph = createSubgraphCaller({
      signCall: ({ subgraph }, body) => `${subgraph}:${body.byteLength}`,
      learnHandlings: () => undefined,
      noteWithheld: () => undefined,
      answerLocally: async () => ({ data: null }),
      ...this.options,
      transport: this.#transport,
    });
    const fetched = await executePlan(plan ?? { node: null }, {
      types: TEST_MESH_SUPERGRAPH.types,
      variables: step?.bind(variables) ?? {},
      callSubgraph,
      signal,
    });
    return { fetched, root: canonical.root, plan };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#transport.close();
  }
}

export interface TestMesh extends AsyncDisposable {
  readonly gateway: TestGateway;
  callsTo(subgraph: string): readonly TestCall[];
}

/** What a subgraph does not know of places by itself. */
const EXTERNALS: Readonly<Record<string, readonly string[]>> = { sums: ['name', 'box'] };

/** A gateway before truthful subgraphs, save those that are told how to reply. */
export async function startTestMesh(
  replies: Readonly<Record<string, TestReply>> = {},
  options: Partial<TestGatewayOptions> = {},
): Promise<TestMesh> {
  const started = await Promise.all(
    Object.entries(TEST_SDL).map(async ([name, sdl]) => {
      const reply = replies[name] ?? truthfully(testSubgraphSchema(sdl), new TestWorld(EXTERNALS[name]));
      return { name, subgraph: await startTestSubgraph(reply) };
    }),
  );
  const endpoints = Object.fromEntries(started.map(({ name, subgraph }) => [name, subgraph.url]));
  const gateway = new TestGateway({ endpoints, ...options });
  return {
    gateway,
    callsTo: (asked) => started.find(({ name }) => name === asked)?.subgraph.calls ?? [],
    async [Symbol.asyncDispose]() {
      await gateway[Symbol.asyncDispose]();
      for (const { subgraph } of started) await subgraph[Symbol.asyncDispose]();
    },
  };
}

/** The failures as lines, each a path and what went wrong there. */
export function failuresOf(node: FailureNode | null, path: string = ''): string[] {
  if (node === null) return [];
  const own = node.code === null ? [] : [`${path} ${node.code}${node.message === null ? '' : `: ${node.message}`}`];
  return [...own, ...Array.from(node.children, ([key, child]) => failuresOf(child, `${path}/${key}`)).flat()];
}

function validDocument(schema: GraphQLSchema, text: string) {
  const document = parse(text);
  const [invalid] = validate(schema, document);
  if (invalid) throw invalid;
  return document;
}

/** What the caller would see if it saw everything, with each handling beside the object that it came with. */
export function project(projection: ObjectProjection, object: Readonly<Record<string, unknown>>): unknown {
  const entries = projection.fields.map((field): [string, unknown] => {
    if (field.source === 'typename') return [field.responseKey, projection.typeName];
    return [field.responseKey, complete(field.selection, object[field.canonicalKey])];
  });
  const own: [string, unknown][] = projection.handledBy === 'OWN' ? [[HANDLING_KEY, object.handling ?? null]] : [];
  return Object.fromEntries([...entries, ...own]);
}

/** Key of a handling in `project`; no caller's alias in these tests. */
export const HANDLING_KEY = 'zzHandling';

function complete(selection: SelectionProjection | null, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((item) => complete(selection, item));
  const object = value as Readonly<Record<string, unknown>>;
  if (!selection) return value;
  if (!isAbstractProjection(selection)) return project(selection, object);
  const known = selection.byType.get(String(object.__typename));
  return known ? project(known, object) : null;
}
