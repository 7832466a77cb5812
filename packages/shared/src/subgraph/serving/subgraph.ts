import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { DataSource } from 'typeorm';
import { type Clock, systemClock } from '../../clock.js';
import { ClientError } from '../../errors.js';
import { FEED_PATH } from '../../feed/feed-wire.js';
import { DANGLING_LINKS } from '../../http/health-header.js';
import { readBody } from '../../http/read-body.js';
import { createLog, type Log } from '../../log.js';
import { ServedContexts } from '../../subjects/served-contexts.js';
import { verifyContext } from '../../subjects/verify-context.js';
import { CallContext } from '../reading/call-context.js';
import { CallDeadline } from '../reading/call-deadline.js';
import { CursorSeal } from '../reading/cursor-seal.js';
import { RowReader } from '../reading/row-reader.js';
import { TokenKey } from '../reading/token-key.js';
import { HandlingTable } from '../visibility/handling-table.js';
import { Sights } from '../visibility/sights.js';
import { type Viewer, viewerOf } from '../visibility/viewer.js';
import { Visibility } from '../visibility/visibility.js';
import { RowWriter } from '../writing/row-writer.js';
import { DatabaseHealth, readableTables } from './database-health.js';
import { errorOf } from './error-format.js';
import { FeedRoute } from './feed-route.js';
import { FetchCounts } from './fetch-counts.js';
import { createGraphqlServer } from './graphql-server.js';
import { BODY_BYTES_MAX, eventOf, headerOf, parseBody, seenIn, sendError, sendJson, sightIn } from './http-front.js';
import { LinkCheck } from './link-check.js';
import { openServiceDatabase } from './service-database.js';
import type { SubgraphOptions } from './subgraph-options.js';

interface SubgraphParts {
  readonly options: SubgraphOptions;
  readonly clock: Clock;
  readonly log: Log;
  readonly database: DataSource;
  readonly handlings: HandlingTable;
  readonly visibility: Visibility;
  readonly sights: Sights;
  readonly cursors: CursorSeal;
  readonly tokens: TokenKey;
  readonly server: ApolloServer<CallContext>;
  readonly feed: FeedRoute | null;
  readonly health: DatabaseHealth;
  readonly links: LinkCheck;
  readonly fetches: FetchCounts;
}

/** A subgraph without its port. */
export class Subgraph {
  /** Calls with a valid context so far. */
  requests = 0;
  readonly #inFlight = new Set<Promise<void>>();
  #isClosing = false;

  readonly #parts: SubgraphParts;
  readonly #served = new ServedContexts();

  private constructor(parts: SubgraphParts) {
    this.#parts = parts;
  }

  static async open(options: SubgraphOptions): Promise<Subgraph> {
    const { schema, decisions, clock = systemClock } = options;
    const log = options.log ?? createLog((text) => process.stderr.write(text), clock);
    const database = await openServiceDatabase(options.serviceUrl, options.entities);
    const handlings = await openHandlings(options.loaderUrl, clock, log, database);
    const server = createGraphqlServer(schema, handlings, log);
    await server.start();
    const parts = { decisions, handlings, categories: schema.categories };
    const [visibility, sights] = [new Visibility(parts), new Sights(parts)];
    const cursors = new CursorSeal(options.contextKey, options.name);
    const tokens = new TokenKey(options.contextKey, options.name);
    const feed = FeedRoute.open(options, clock, log, handlings);
    const health = new DatabaseHealth(database, await readableTables(database));
    const { connections } = schema;
    const links = await LinkCheck.open({ database, connections, capacity: () => handlings.capacity, log });
    const fetches = new FetchCounts({ loaderUrl: options.loaderUrl, clock, log });
    return new Subgraph({
      options,
      clock,
      log,
      database,
      handlings,
      visibility,
      sights,
      cursors,
      tokens,
      server,
      feed,
      health,
      links,
      fetches,
    });
  }

  /** Answers one call; never rejects. */
  handle(request: IncomingMessage, response: ServerResponse): void {
    const handled = this.#route(request, response).finally(() => this.#inFlight.delete(handled));
    this.#inFlight.add(handled);
  }

  /** From now on no connection is kept for a next call. */
  beginClosing(): void {
    this.#isClosing = true;
    this.#parts.feed?.beginClosing();
    for (const resource of this.#parts.options.resources?.values() ?? []) resource.beginClosing();
  }

  /** Lets what has begun end, then gives everything back. */
  async close(): Promise<void> {
    await Promise.all(this.#inFlight);
    const { server, database, handlings, feed, links, fetches } = this.#parts;
    await Promise.all([server.stop(), links.close(), fetches[Symbol.asyncDispose]()]);
    await Promise.all([database.destroy(), handlings.close(), feed?.close()]);
  }

  async #route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { feed } = this.#parts;
    const resource = request.url === FEED_PATH ? feed : this.#parts.options.resources?.get(request.url ?? '');
    try {
      if (request.method === 'GET' && request.url === '/health') await this.#tellHealth(response);
      else if (request.url !== '/' && !resource) sendError(response, 404, errorOf('NOT_FOUND', 'not found'));
      else if (request.method !== 'POST')
        sendError(response, 405, errorOf('REQUEST_MALFORMED', 'only POST is answered'));
      else if (resource) await resource.answer(request, response);
      else await this.#answer(request, response);
    } catch (error) {
      this.#refuse(response, error);
    }
  }

  async #tellHealth(response: ServerResponse): Promise<void> {
    const { health, links } = this.#parts;
    if (links.dangling !== null) response.setHeader(DANGLING_LINKS, links.dangling);
    const told = this.#parts.options.told?.() ?? {};
    if (await health.answers()) sendJson(response, 200, JSON.stringify({ status: 'ok', ...told }));
    else sendJson(response, 503, '{"status":"database unavailable"}');
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request, BODY_BYTES_MAX);
    if (body === null) {
      response.shouldKeepAlive = false;
      return sendError(response, 413, errorOf('LIMIT_EXCEEDED', 'body is too long'));
    }
    const { name, contextKey, schema, decisions, snapshots } = this.#parts.options;
    const now = this.#parts.clock();
    const receiver = { audience: name, key: contextKey, schema: schema.digest, now };
    const signed = verifyContext(headerOf(request, 'chancery-context'), body, receiver);
    this.#served.serve(signed, now);
    const viewer = await viewerOf(signed, decisions, snapshots);
    this.requests += 1;
    const deadline = new CallDeadline(signed.deadline, this.#parts.clock);
    response.once('close', () => deadline.leave());
    const parsed = parseBody(body);
    this.#parts.fetches.count(signed.trace, eventOf(parsed) !== null);
    await this.#execute(viewer, deadline, parsed, response);
  }

  async #execute(viewer: Viewer, deadline: CallDeadline, body: unknown, response: ServerResponse): Promise<void> {
    const { handlings, visibility, sights, database, cursors, tokens, server } = this.#parts;
    const sight = sightIn(body);
    await handlings.keepFresh();
    const masks = visibility.masksFor(viewer);
    const shown = sight === null ? masks : sights.narrow(viewer, masks, sight);
    const rows = new RowReader(database, { visible: () => shown.visible(), deadline });
    try {
      const sink = new RowWriter(database, {
        allot: (handling) => handlings.allot(handling),
        masks,
        deadline,
        endReading: () => rows.release(),
      });
      const context = new CallContext({
        viewer,
        masks: shown,
        handlings,
        rows,
        sink,
        cursors,
        tokens,
        event: eventOf(body),
        seen: seenIn(body),
      });
      const headers = new HeaderMap([['content-type', 'application/json']]);
      const answer = await server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: 'POST', headers, search: '', body },
        context: () => Promise.resolve(context),
      });
      // Else the connection would be kept for a next call, and closing would wait for it.
      if (this.#isClosing) response.shouldKeepAlive = false;
      const text = answer.body.kind === 'complete' ? answer.body.string : '';
      sendJson(response, answer.status ?? 200, text);
    } finally {
      await rows.release();
    }
  }

  #refuse(response: ServerResponse, error: unknown): void {
    const { log } = this.#parts;
    if (response.headersSent) {
      log({ event: 'after the answer', error: String(error) });
      return;
    }
    if (error instanceof ClientError) {
      sendError(response, error.status, errorOf(error.code, error.message, error.argument));
      return;
    }
    log({ event: 'request failed', error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    sendError(response, 500, errorOf('INTERNAL', 'internal error'));
  }
}

async function openHandlings(loaderUrl: string, clock: Clock, log: Log, database: DataSource): Promise<HandlingTable> {
  try {
    return await HandlingTable.open({ loaderUrl, clock, log });
  } catch (error) {
    await database.destroy();
    throw error;
  }
}
