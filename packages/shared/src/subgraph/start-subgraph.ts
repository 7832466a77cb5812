import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer, HeaderMap } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { type Clock, systemClock } from '../clock.js';
import { ClientError } from '../errors.js';
import { verifyContext } from '../subjects/signed-context.js';
import { answerHandlings } from './answer-handlings.js';
import { CallContext } from './call-context.js';
import { CursorSeal } from './cursor-seal.js';
import type { DecisionPoint, SnapshotLookup } from './decision-point.js';
import { createErrorFormat, errorOf } from './error-format.js';
import type { FederatedSchema } from './federated-schema.js';
import { HandlingTable } from './handling-table.js';
import { headerOf, parseBody, readBody, sendError, sendJson } from './http-front.js';
import { RowReader } from './row-reader.js';
import { type Viewer, viewerOf } from './viewer.js';
import { Visibility } from './visibility.js';

/** What a subgraph needs from its process. */
export interface SubgraphOptions {
  /** Audience of the contexts that it accepts. */
  readonly name: string;
  readonly schema: FederatedSchema;
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
  readonly serviceUrl: string;
  readonly loaderUrl: string;
  /** 32 bytes, shared with the gateway alone. */
  readonly contextKey: Uint8Array;
  readonly snapshots: SnapshotLookup;
  readonly decisions: DecisionPoint;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  readonly clock?: Clock;
  readonly log?: (line: string) => void;
}

/** A subgraph that answers on loopback. */
export interface RunningSubgraph {
  readonly url: string;
  /** Calls with a valid context so far. */
  requests(): number;
  /** Answers what has begun, then closes every connection. */
  close(): Promise<void>;
}

const HOST = '127.0.0.1';
const CONNECTIONS_MAX = 10;
const STATEMENT_MAX_MS = 10_000;

/** Starts a subgraph: it answers calls with a valid signed context, `GET /health`, and nothing else. */
export async function startSubgraph(options: SubgraphOptions): Promise<RunningSubgraph> {
  const subgraph = await Subgraph.open(options);
  const server = createServer((request, response) => void subgraph.handle(request, response));
  try {
    await listen(server, options.port ?? 0);
  } catch (error) {
    await subgraph.close();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${HOST}:${port}/`,
    requests: () => subgraph.requests,
    async close() {
      subgraph.isClosing = true;
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      });
      await subgraph.close();
    },
  };
}

class Subgraph {
  requests = 0;
  isClosing = false;

  private constructor(
    readonly options: SubgraphOptions,
    readonly clock: Clock,
    readonly log: (line: string) => void,
    readonly database: DataSource,
    readonly handlings: HandlingTable,
    readonly visibility: Visibility,
    readonly cursors: CursorSeal,
    readonly server: ApolloServer<CallContext>,
  ) {}

  static async open(options: SubgraphOptions): Promise<Subgraph> {
    const clock = options.clock ?? systemClock;
    const log = options.log ?? ((line: string) => void process.stderr.write(`${options.name}: ${line}\n`));
    const handlings = await HandlingTable.open({ loaderUrl: options.loaderUrl, clock, log });
    const server = createApolloServer(options.schema, handlings, log);
    const database = createDatabase(options);
    await Promise.all([database.initialize(), server.start()]);
    const visibility = new Visibility(options.decisions, handlings, options.schema.categories);
    const cursors = new CursorSeal(options.contextKey, options.name);
    return new Subgraph(options, clock, log, database, handlings, visibility, cursors, server);
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      if (request.method === 'GET' && request.url === '/health') sendJson(response, 200, '{"status":"ok"}');
      else if (request.url !== '/') sendError(response, 404, errorOf('NOT_FOUND', 'not found'));
      else if (request.method !== 'POST')
        sendError(response, 405, errorOf('REQUEST_MALFORMED', 'only POST is answered'));
      else await this.#answer(request, response);
    } catch (error) {
      this.#refuse(response, error);
    }
  }

  async close(): Promise<void> {
    await this.server.stop();
    await Promise.all([this.database.destroy(), this.handlings.close()]);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    if (body === null) {
      response.shouldKeepAlive = false;
      return sendError(response, 413, errorOf('LIMIT_EXCEEDED', 'body is too long'));
    }
    const { name, contextKey, decisions, snapshots } = this.options;
    const signed = verifyContext(headerOf(request, 'chancery-context'), body, {
      audience: name,
      key: contextKey,
      now: this.clock(),
    });
    const viewer = await viewerOf(signed, decisions, snapshots);
    this.requests += 1;
    await this.#execute(viewer, parseBody(body), response);
  }

  async #execute(viewer: Viewer, body: unknown, response: ServerResponse): Promise<void> {
    await this.handlings.keepFresh();
    const masks = this.visibility.masksFor(viewer);
    const rows = new RowReader(this.database, masks.visible);
    try {
      const context = new CallContext({ viewer, masks, rows, cursors: this.cursors });
      const headers = new HeaderMap([['content-type', 'application/json']]);
      const answer = await this.server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: 'POST', headers, search: '', body },
        context: () => Promise.resolve(context),
      });
      // Else the connection would be kept for a next call, and closing would wait for it.
      if (this.isClosing) response.shouldKeepAlive = false;
      const text = answer.body.kind === 'complete' ? answer.body.string : '';
      sendJson(response, answer.status ?? 200, text);
    } finally {
      await rows.release();
    }
  }

  #refuse(response: ServerResponse, error: unknown): void {
    if (response.headersSent) {
      this.log(`after the answer: ${String(error)}`);
      return;
    }
    if (error instanceof ClientError) {
      sendError(response, error.status, errorOf(error.code, error.message, error.argument));
      return;
    }
    this.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    sendError(response, 500, errorOf('INTERNAL', 'internal error'));
  }
}

function createApolloServer(
  { schema }: FederatedSchema,
  handlings: HandlingTable,
  log: (line: string) => void,
): ApolloServer<CallContext> {
  return new ApolloServer<CallContext>({
    schema,
    introspection: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    formatError: createErrorFormat(log),
    // The signed context is a header that no page can make a browser send.
    csrfPrevention: false,
    stopOnTerminationSignals: false,
    logger: { debug() {}, info() {}, warn: (line) => log(String(line)), error: (line) => log(String(line)) },
    plugins: [answerHandlings(handlings), ApolloServerPluginInlineTraceDisabled()],
  });
}

function createDatabase({ serviceUrl, entities }: SubgraphOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: serviceUrl,
    entities: [...entities] as (new () => ObjectLiteral)[],
    poolSize: CONNECTIONS_MAX,
    extra: { statement_timeout: STATEMENT_MAX_MS },
  });
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
