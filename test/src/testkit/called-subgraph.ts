import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import { FEED_PATH } from '@chancery/shared/feed/feed-wire';

/** Stands before a subgraph, and lets a test do something before a call reaches it. */
export class CalledSubgraph {
  readonly #server: Server;
  /** What is done before each call is passed on. */
  beforeCall: () => void | Promise<void> = () => undefined;

  private constructor(url: string) {
    this.#server = createServer(async (incoming, outgoing) => {
      const body = Buffer.concat(await incoming.toArray());
      // A gateway asks for changes too, whenever it likes.
      if (incoming.method === 'POST' && incoming.url !== FEED_PATH) await this.beforeCall();
      const { method, headers } = incoming;
      const passed = request(new URL(incoming.url ?? '/', url), { method, headers });
      passed.on('error', () => outgoing.destroy());
      passed.on('response', (answer) => {
        outgoing.writeHead(answer.statusCode ?? 0, answer.headers);
        answer.pipe(outgoing);
      });
      passed.end(body);
    });
  }

  static async before(url: string): Promise<CalledSubgraph> {
    const called = new CalledSubgraph(url);
    called.#server.listen(0, '127.0.0.1');
    await once(called.#server, 'listening');
    return called;
  }

  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('no address');
    return `http://127.0.0.1:${address.port}/`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
