import type { ServerResponse } from 'node:http';
import { SUBSCRIPTIONS } from '../limit/subscription-limits.js';
import type { EventSink } from './event-sink.js';
import { SECURITY_HEADERS } from './send.js';
import { owingOf, roomOf, type UnreadLimits } from './unread.js';

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  // What stands before us may not gather events and send them together.
  'x-accel-buffering': 'no',
};

/** A response as server-sent events (HTML, section 9.2), in the words of GraphQL over SSE, distinct connections mode. */
export class EventStream implements EventSink {
  readonly #response: ServerResponse;
  readonly #limits: UnreadLimits;
  readonly #heartbeat: NodeJS.Timeout;

  constructor(
    response: ServerResponse,
    headers: Readonly<Record<string, string>>,
    limits: UnreadLimits = SUBSCRIPTIONS,
  ) {
    this.#response = response;
    this.#limits = limits;
    response.writeHead(200, { ...SECURITY_HEADERS, ...HEADERS, ...headers });
    this.#beat();
    // By its own clock: when it says that it is there tells nothing of what happens.
    this.#heartbeat = setInterval(() => this.#beat(), SUBSCRIPTIONS.heartbeatMs);
    response.once('close', () => clearInterval(this.#heartbeat));
  }

  next(answer: string, id: string): void {
    this.#write(`event: next\nid: ${id}\ndata: ${answer}\n\n`);
  }

  last(answer: string): void {
    this.#write(`event: next\ndata: ${answer}\n\n`);
    this.complete();
  }

  room(): Promise<boolean> {
    return roomOf(owingOf(this.#response), this.#limits);
  }

  complete(): void {
    this.#write('event: complete\ndata:\n\n');
    clearInterval(this.#heartbeat);
    this.#response.end();
  }

  fail(answer: string): void {
    this.last(answer);
    // Who takes nothing would hold the connection until the last byte.
    if (this.#response.writableLength > this.#limits.unsentBytesMax) this.#response.destroy();
  }

  #beat(): void {
    this.#write(':\n\n');
  }

  #write(text: string): void {
    if (!this.#response.closed && !this.#response.writableEnded) this.#response.write(text);
  }
}
