import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { composeServices } from '@theguild/federation-composition';
import { buildASTSchema, concatAST, execute, type GraphQLSchema, Kind, parse, validate } from 'graphql';

const FEDERATION = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@inaccessible", "@requires", "@external", "@interfaceObject", "@provides", "@shareable", "@override"])`;

/** A small federation: places, the people who visit them, and figures about both. */
export const TEST_SDL: Readonly<Record<string, string>> = {
  places: `
    type Query { place(id: ID!): Place places(first: Int): [Place] }
    type Place @key(fields: "id") {
      id: ID! handling: Int! @inaccessible name: String tags: [String] broken: String
      box: Box grid: [[Box]] twin: Place owner: Person
    }
    type Box { width: Int place: Place }
    type Person @key(fields: "id") { id: ID! }`,
  people: `
    type Query { person(id: ID!): Person people: [Person] }
    type Person @key(fields: "id") {
      id: ID! handling: Int! @inaccessible name(style: String): String friends(first: Int): [Person] favourite: Place
    }
    type Place @key(fields: "id") { id: ID! visitors(first: Int): [Person] }`,
  figures: `
    type Person @key(fields: "id") { id: ID! rank: Int visits(first: Int): [Visit] }
    type Visit { day: String place: Place }
    type Place @key(fields: "id") { id: ID! views(year: Int): Int }`,
  // By itself, for the planner cannot return to a subgraph that led to the entity for a field with requirements.
  sums: `
    type Place @key(fields: "id") {
      id: ID! name: String @external box: Box @external
      score: Int @requires(fields: "name") size: Int @requires(fields: "box { width }")
    }
    type Box { width: Int @external }`,
};

/** The same as one schema, as a caller sees it. */
export const TEST_CONSUMER_SDL = `
  type Query { place(id: ID!): Place places(first: Int): [Place] person(id: ID!): Person people: [Person] }
  type Place {
    id: ID! name: String tags: [String] broken: String box: Box grid: [[Box]] twin: Place owner: Person
    visitors(first: Int): [Person] score: Int views(year: Int): Int size: Int
  }
  type Box { width: Int place: Place }
  type Person { id: ID! name(style: String): String friends(first: Int): [Person] favourite: Place rank: Int visits(first: Int): [Visit] }
  type Visit { day: String place: Place }`;

/** Composes the subgraphs; throws what the composer says. */
export function composeTestSupergraph(
  sdls: Readonly<Record<string, string>> = TEST_SDL,
  urlOf: (name: string) => string = (name) => `http://${name}`,
): string {
  const composed = composeServices(
    Object.entries(sdls).map(([name, sdl]) => ({
      name,
      typeDefs: parse(`${FEDERATION}\n${sdl}`),
      url: urlOf(name),
    })),
  );
  if (!composed.supergraphSdl) throw new Error(composed.errors?.map(({ message }) => message).join('\n'));
  return composed.supergraphSdl;
}

/** A subgraph's own executable schema, with `_entities`. */
export function testSubgraphSchema(sdl: string): GraphQLSchema {
  const document = parse(sdl, { noLocation: true });
  const types = document.definitions.filter((definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION);
  const entities = types.filter(({ directives }) => directives?.some(({ name }) => name.value === 'key'));
  if (entities.length === 0) return buildASTSchema(document, { assumeValidSDL: true });
  const hasQuery = types.some(({ name }) => name.value === 'Query');
  const machinery = parse(`
    scalar _Any
    union _Entity = ${entities.map(({ name }) => name.value).join(' | ')}
    ${hasQuery ? 'extend ' : ''}type Query { _entities(representations: [_Any!]!): [_Entity]! }`);
  // The federation directives are not defined here.
  return buildASTSchema(concatAST([document, machinery]), { assumeValidSDL: true });
}

export interface TestCall {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: string | undefined;
}

export interface TestSubgraph {
  readonly url: string;
  readonly calls: TestCall[];
  [Symbol.asyncDispose](): Promise<void>;
}

/** What a test subgraph sends back, byte by byte as it likes; undefined leaves the request open. */
export type TestReply = (call: TestCall) => Promise<TestResponse | undefined>;

export interface TestResponse {
  readonly status?: number;
  readonly body: string | object;
}

/** A subgraph on loopback that answers as it is told. */
export async function startTestSubgraph(reply: TestReply): Promise<TestSubgraph> {
  const calls: TestCall[] = [];
  const server = createServer(async (request, response) => {
    // Whether it is alive is asked too; it need not say.
    if (request.method !== 'POST') {
      response.writeHead(404).end();
      return;
    }
    const { query, variables } = JSON.parse(await textOf(request));
    const call = { query, variables, context: request.headers['chancery-context']?.toString() };
    calls.push(call);
    const answer = await reply(call);
    if (!answer) return;
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json' });
    response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    calls,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Answers truthfully from a schema and its data. */
export function truthfully(schema: GraphQLSchema, rootValue: object): TestReply {
  return async ({ query, variables }) => {
    const document = parse(query);
    const [invalid] = validate(schema, document);
    // A planner that asks what the subgraph does not have would go unnoticed in partial data.
    if (invalid) return { status: 500, body: invalid.message };
    return { body: await execute({ schema, document, variableValues: variables, rootValue }) };
  };
}
