import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { valuesOf } from '@chancery/shared/http/read-body';
import { WebSocketServer } from 'ws';
import { BODY_BYTES_MAX } from '../limit/limits.js';
import { SOCKET } from '../limit/subscription-limits.js';
import { isOwnOrigin } from './forgery.js';
import { parseTarget } from './parse-target.js';
import { CLOSE } from './socket-message.js';
import { type SessionOptions, SocketSession } from './socket-session.js';

const SUBPROTOCOL = 'graphql-transport-ws';

/** What sockets are served with. */
export interface WebSocketsOptions extends Omit<SessionOptions, 'socket' | 'upgrade'> {
  readonly path: string;
  /** Whether any agreement lists the origin of a page; the token's own must, and is asked at hello. */
  listsOrigin(origin: string): boolean;
}

/** Takes connections that become web sockets, and ends them in order. */
export class WebSockets {
  readonly #options: WebSocketsOptions;
  readonly #server: WebSocketServer;
  #isClosing = false;

  constructor(options: WebSocketsOptions) {
    this.#options = options;
    this.#server = new WebSocketServer({
      noServer: true,
      maxPayload: BODY_BYTES_MAX,
      // Compressed beside what a caller may choose, a length could tell what it does not see; and memory is not its to spend.
      perMessageDeflate: false,
      handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
    });
  }

  /** Takes a connection over, or ends it with a status. */
  take(upgrade: IncomingMessage, connection: Duplex, head: Buffer): void {
    const status = this.#refusal(upgrade);
    // Who resets a connection that is being refused is no failure of ours.
    connection.on('error', () => undefined);
    if (status !== null) {
      connection.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    this.#server.handleUpgrade(upgrade, connection, head, (socket) => {
      new SocketSession({ ...this.#options, socket, upgrade });
    });
  }

  /** Says goodbye to each, and cuts off who does not answer. */
  async close(): Promise<void> {
    this.#isClosing = true;
    for (const socket of this.#server.clients) socket.close(...CLOSE.goingAway);
    const until = performance.now() + SOCKET.farewellMaxMs;
    while (this.#server.clients.size > 0 && performance.now() < until) await pause(SOCKET.farewellLookMs);
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
  }

  #refusal(upgrade: IncomingMessage): string | null {
    const { path, listsOrigin } = this.#options;
    if (parseTarget(upgrade.url ?? '')?.path !== path) return '404 Not Found';
    if (this.#isClosing || this.#server.clients.size >= SOCKET.allMax) return '503 Service Unavailable';
    const offered = valuesOf(upgrade, 'sec-websocket-protocol').flatMap((value) => value.split(','));
    if (!offered.some((name) => name.trim() === SUBPROTOCOL)) return '400 Bad Request';
    const [origin] = valuesOf(upgrade, 'origin');
    const isForeign = origin !== undefined && !isOwnOrigin(origin, valuesOf(upgrade, 'host')[0] ?? '');
    return isForeign && !listsOrigin(origin) ? '403 Forbidden' : null;
  }
}
