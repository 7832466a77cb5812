import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../../clock.js';
import { FEED_HEADER } from '../../feed/feed-wire.js';
import { verifyQuestion } from '../../feed/signed-question.js';
import { readBody } from '../../http/read-body.js';
import type { Log } from '../../log.js';
import { ServedContexts } from '../../subjects/served-contexts.js';
import { EventFeed } from '../events/event-feed.js';
import { EventLog } from '../events/event-log.js';
import type { HandlingTable } from '../visibility/handling-table.js';
import { errorOf } from './error-format.js';
import { headerOf, parseBody, sendError, sendJson } from './http-front.js';
import type { SubgraphOptions } from './subgraph-options.js';

const QUESTION_BYTES_MAX = 1_024;

/** Answers the gateway's questions to the feed of a service. */
export class FeedRoute {
  readonly #options: SubgraphOptions;
  readonly #clock: Clock;
  readonly #served = new ServedContexts();
  readonly #events: EventLog;
  readonly #feed: EventFeed;
  #isClosing = false;

  private constructor(options: SubgraphOptions, clock: Clock, log: Log, handlings: HandlingTable) {
    this.#options = options;
    this.#clock = clock;
    this.#events = new EventLog({ loaderUrl: options.loaderUrl, log });
    const told = options.schema.connections.map((connection) => connection.told);
    this.#feed = new EventFeed(this.#events, told, handlings);
  }

  /** Null for a service whose schema has no subscription, and whose database then has no events. */
  static open(options: SubgraphOptions, clock: Clock, log: Log, handlings: HandlingTable): FeedRoute | null {
    const isTold = Boolean(options.schema.schema.getSubscriptionType());
    return isTold ? new FeedRoute(options, clock, log, handlings) : null;
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request, QUESTION_BYTES_MAX);
    if (body === null) {
      response.shouldKeepAlive = false;
      return sendError(response, 413, errorOf('LIMIT_EXCEEDED', 'body is too long'));
    }
    const { name, contextKey } = this.#options;
    const at = this.#clock();
    const question = verifyQuestion(headerOf(request, FEED_HEADER), body, { audience: name, key: contextKey, at });
    this.#served.serve(question, at);
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const answer = await this.#feed.answer(parseBody(body), gone.signal);
    // Else the connection would be kept for a next question, and closing would wait for it.
    if (this.#isClosing) response.shouldKeepAlive = false;
    sendJson(response, 200, JSON.stringify(answer));
  }

  /** Whoever waits is answered now. */
  beginClosing(): void {
    this.#isClosing = true;
    this.#events.beginClosing();
  }

  close(): Promise<void> {
    return this.#events.close();
  }
}
