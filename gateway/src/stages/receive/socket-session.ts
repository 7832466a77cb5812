import type { IncomingMessage } from 'node:http';
import type { ErrorCode } from '@chancery/shared/errors';
import { valuesOf } from '@chancery/shared/http/read-body';
import type { WebSocket } from 'ws';
import { type Cut, RequestCut } from '../execute/cut.js';
import { SOCKET, SUBSCRIPTIONS } from '../limit/subscription-limits.js';
import type { Endpoint } from './graphql-endpoint.js';
import { type GatewayRequest, type HeaderValues, textOf } from './request.js';
import { CLOSE, parseSocketMessage, type SocketMessage } from './socket-message.js';
import { SocketSink } from './socket-sink.js';
import { roomOf } from './unread.js';

/** What a session answers by. */
export interface SessionOptions {
  readonly socket: WebSocket;
  /** The request that became a socket. */
  readonly upgrade: IncomingMessage;
  readonly stream: NonNullable<Endpoint['stream']>;
  /** Whether whoever says hello is believed and has a place, which is given back; else why not. */
  greet(request: GatewayRequest): Promise<Greeting>;
  failed(error: unknown): void;
  /** How long a client may take to say who it is. */
  readonly helloMaxMs?: number;
}

/** What becomes of a hello: a place, or the code with which the socket is closed. */
export type Greeting =
  | { readonly refused: null; leave(): void }
  | { readonly refused: ErrorCode; readonly leave?: undefined };

/** What a client says of itself once for all its operations: the headers of HTTP, by their names. */
type Hello = ReadonlyMap<string, HeaderValues>;

/** One connection in the subprotocol `graphql-transport-ws`: each operation is a request of its own. */
export class SocketSession {
  readonly #options: SessionOptions;
  readonly #operations = new Map<string, AbortController>();
  readonly #whenTaken = new Set<() => void>();
  readonly #helloTooLate: NodeJS.Timeout;
  readonly #heartbeat: NodeJS.Timeout;
  #hello: Hello | null = null;
  #isGreeted = false;
  #isAnswering = true;

  constructor(options: SessionOptions) {
    this.#options = options;
    const { socket, helloMaxMs = SOCKET.helloMaxMs } = options;
    this.#helloTooLate = setTimeout(() => this.#close(CLOSE.initTooLate), helloMaxMs);
    this.#heartbeat = setInterval(() => this.#beat(), SUBSCRIPTIONS.heartbeatMs);
    socket.on('pong', () => {
      this.#isAnswering = true;
    });
    socket.on('message', (data, isBinary) => {
      // Closed by us, it brings what its client sends until that one answers: nothing of it is asked, or stands on the ledger.
      if (socket.readyState !== socket.OPEN) return;
      // By default `ws` gives one buffer a message.
      if (isBinary || !Buffer.isBuffer(data)) this.#close(CLOSE.invalidMessage);
      else this.#take(parseSocketMessage(data));
    });
    socket.once('close', () => this.#leave());
    // What is wrong with a frame closes the connection; there is nobody to tell.
    socket.on('error', () => undefined);
  }

  #take(message: SocketMessage | null): void {
    switch (message?.type) {
      case 'connection_init':
        this.#greet(message.payload ?? {});
        break;
      case 'ping':
        this.#send('{"type":"pong"}');
        break;
      case 'pong':
        break;
      case 'subscribe':
        this.#begin(message.id, message.payload);
        break;
      case 'complete':
        this.#operations.get(message.id)?.abort();
        this.#operations.delete(message.id);
        break;
      default:
        this.#close(CLOSE.invalidMessage);
    }
  }

  #greet(payload: Readonly<Record<string, unknown>>): void {
    if (this.#hello !== null) {
      this.#close(CLOSE.initTwice);
      return;
    }
    clearTimeout(this.#helloTooLate);
    this.#hello = helloOf(payload);
    this.#options.greet(this.#requestOf({}, new RequestCut())).then(
      (greeting) => this.#greeted(greeting),
      (error: unknown) => this.#fail(error),
    );
  }

  #greeted(greeting: Greeting): void {
    const { socket } = this.#options;
    if (greeting.refused !== null) this.#close([CLOSE.forbidden, greeting.refused]);
    else if (socket.readyState !== socket.OPEN) greeting.leave();
    else {
      socket.once('close', () => greeting.leave());
      this.#isGreeted = true;
      this.#send('{"type":"connection_ack"}');
    }
  }

  #begin(id: string, payload: Readonly<Record<string, unknown>>): void {
    if (!this.#isGreeted || this.#operations.has(id)) {
      this.#close(!this.#isGreeted ? CLOSE.unauthorized : CLOSE.sameId);
      return;
    }
    const operation = new AbortController();
    this.#operations.set(id, operation);
    this.#answer(id, payload, operation).catch((error: unknown) => this.#fail(error));
  }

  #fail(error: unknown): void {
    this.#options.failed(error);
    this.#close(CLOSE.failed);
  }

  #close([code, reason]: readonly [code: number, reason: string]): void {
    this.#options.socket.close(code, reason);
  }

  async #answer(id: string, payload: Readonly<Record<string, unknown>>, operation: AbortController): Promise<void> {
    const isOpen = (): boolean => this.#operations.get(id) === operation;
    const sink = new SocketSink(id, {
      // What its client has ended is not spoken of any more.
      send: (text) => (isOpen() ? this.#send(text) : undefined),
      room: () => this.#room(),
      over: () => (isOpen() ? this.#operations.delete(id) : undefined),
    });
    const refused = await this.#options.stream(this.#requestOf(payload, operation.signal), () => sink);
    if (refused !== null) sink.fail(textOf(refused));
  }

  #requestOf(payload: Readonly<Record<string, unknown>>, signal: Cut): GatewayRequest {
    const { upgrade } = this.#options;
    const said = (name: string): HeaderValues => this.#hello?.get(name) ?? valuesOf(upgrade, name);
    return {
      method: 'POST',
      isStream: true,
      search: '',
      authorization: said('authorization'),
      purpose: said('chancery-purpose'),
      caseId: said('chancery-case'),
      reason: said('chancery-reason'),
      snapshotAtLeast: said('chancery-snapshot-at-least'),
      traceparent: [],
      origin: valuesOf(upgrade, 'origin'),
      host: valuesOf(upgrade, 'host'),
      lastEventId: [],
      contentType: ['application/json'],
      contentEncoding: [],
      body: Buffer.from(JSON.stringify(payload)),
      networkAddress: upgrade.socket.remoteAddress ?? '',
      signal,
      whenOver: (listener) => signal.addEventListener('abort', listener, { once: true }),
    };
  }

  #send(text: string): void {
    const { socket } = this.#options;
    if (socket.readyState !== socket.OPEN) return;
    const sent = (): void => {
      for (const taken of [...this.#whenTaken]) taken();
    };
    if (socket.bufferedAmount > SOCKET.unsentBytesMax) socket.terminate();
    else socket.send(text, sent);
  }

  #room(): Promise<boolean> {
    const { socket } = this.#options;
    return roomOf({
      bytesOwed: () => (socket.readyState === socket.OPEN ? socket.bufferedAmount : 0),
      whenTaken: (listener) => {
        const taken = (): void => {
          if (socket.readyState === socket.OPEN && socket.bufferedAmount > SUBSCRIPTIONS.unsentBytesMax) return;
          this.#whenTaken.delete(taken);
          listener();
        };
        this.#whenTaken.add(taken);
        return () => this.#whenTaken.delete(taken);
      },
    });
  }

  /** By its own clock, whatever happens; who does not answer one beat is not there at the next. */
  #beat(): void {
    const { socket } = this.#options;
    if (this.#isAnswering) socket.ping();
    else socket.terminate();
    this.#isAnswering = false;
  }

  #leave(): void {
    clearTimeout(this.#helloTooLate);
    clearInterval(this.#heartbeat);
    for (const operation of this.#operations.values()) operation.abort();
    this.#operations.clear();
    for (const taken of [...this.#whenTaken]) taken();
  }
}

/** Names of headers know no case: who says one in two spellings says it twice, and is told so like a caller with two headers. */
function helloOf(payload: Readonly<Record<string, unknown>>): Hello {
  const hello = new Map<string, string[]>();
  for (const [name, value] of Object.entries(payload)) {
    if (typeof value !== 'string') continue;
    hello.set(name.toLowerCase(), [...(hello.get(name.toLowerCase()) ?? []), value]);
  }
  return hello;
}
