import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildASTSchema, concatAST, execute, type GraphQLSchema, Kind, parse, validate } from 'graphql';
import { handlingTexts, LABELLINGS, type Labelling, type Owner } from './handlings.js';
import { CallRecorder } from './recorder.js';
import { rootOf } from './resolvers.js';
import { type Form, SUBGRAPHS, type SubgraphName, subgraphSdl } from './schemas.js';

// A process of its own: what answering costs must not be counted to whoever asks. Each answer is made once by graphql-js
// and then given from memory by the bytes of the request.

type Answer = (body: string) => Promise<Buffer>;

/** A subgraph's own executable schema, with `_entities`. */
function executableSchema(sdl: string): GraphQLSchema {
  const document = parse(sdl, { noLocation: true });
  const types = document.definitions.filter((definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION);
  const entities = types.filter(({ directives }) => directives?.some(({ name }) => name.value === 'key'));
  const hasQuery = types.some(({ name }) => name.value === 'Query');
  const machinery = parse(`
    scalar _Any
    union _Entity = ${entities.map(({ name }) => name.value).join(' | ')}
    ${hasQuery ? 'extend ' : ''}type Query { _entities(representations: [_Any!]!): [_Entity]! }`);
  return buildASTSchema(concatAST([document, machinery]), { assumeValidSDL: true });
}

function answering(name: SubgraphName, form: Form, handlings: ReadonlyMap<number, string>): Answer {
  const schema = executableSchema(subgraphSdl(name, form));
  const rootValue = rootOf(name);
  const known = new Map<string, Buffer>();
  return async (body) => {
    const kept = known.get(body);
    if (kept !== undefined) return kept;
    const { query, variables } = JSON.parse(body);
    const document = parse(query);
    const [invalid] = validate(schema, document);
    if (invalid) throw invalid;
    const named = new Set<number>();
    const contextValue = { note: (integer: number) => named.add(integer) };
    const answer = await execute({ schema, document, variableValues: variables, rootValue, contextValue });
    const texts = Object.fromEntries([...named].map((integer) => [integer, handlings.get(integer)]));
    const extensions = named.size > 0 ? { extensions: { handlings: texts } } : {};
    const made = Buffer.from(JSON.stringify({ ...answer, ...extensions }));
    known.set(body, made);
    return made;
  };
}

const isOwner = (name: SubgraphName): name is Owner => name !== 'inventory';

function answersOf(missions: readonly string[]): Map<string, Answer> {
  const textsOf = (name: SubgraphName, labelling: Labelling) =>
    isOwner(name) ? handlingTexts(name, labelling, missions) : new Map<number, string>();
  return new Map(
    SUBGRAPHS.flatMap((name): [string, Answer][] => [
      [`/plain/${name}`, answering(name, 'plain', new Map())],
      ...LABELLINGS.map((labelling): [string, Answer] => [
        `/${labelling}/${name}`,
        answering(name, 'labelled', textsOf(name, labelling)),
      ]),
    ]),
  );
}

const answers = answersOf(process.argv.slice(2));
const recorder = new CallRecorder();
/** Longer than calls that go out together need to arrive. */
const SLOWLY_MS = 100;
let waitMs = 0;

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const path = request.url ?? '';
  if (path === '/calls' || path === '/calls/slowly') {
    waitMs = path === '/calls' ? 0 : SLOWLY_MS;
    response.end(JSON.stringify(recorder.take()));
    return;
  }
  const answer = answers.get(path);
  if (!answer) throw new RangeError(`no subgraph at ${path}`);
  const body = Buffer.concat(chunks).toString('utf8');
  const ended = recorder.begin(path, body);
  const made = await answer(body);
  if (waitMs > 0) await sleep(waitMs);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': made.byteLength });
  response.end(made);
  ended();
}

const server = createServer((request, response) => {
  serve(request, response).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    response.writeHead(500).end();
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`${JSON.stringify({ ready: { url: `http://127.0.0.1:${port}` } })}\n`);
});
