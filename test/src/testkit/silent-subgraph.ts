import { createServer, type Server, type Socket } from 'node:net';

/** Takes every call and never says a word. */
export class SilentSubgraph {
  readonly #server: Server;
  readonly #held = new Set<Socket>();
  #calls = 0;
  #heard: () => void = () => {};

  private constructor() {
    this.#server = createServer((socket) => {
      this.#held.add(socket);
      // A call is a POST; its health is asked for as well.
      socket.on('data', (bytes) => {
        if (bytes.toString('latin1').startsWith('POST')) this.#calls += 1;
        this.#heard();
      });
      socket.on('error', () => {});
    });
  }

  static async start(): Promise<SilentSubgraph> {
    const silent = new SilentSubgraph();
    await new Promise<void>((resolve) => silent.#server.listen(0, '127.0.0.1', resolve));
    return silent;
  }

  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('no address');
    return `http://127.0.0.1:${address.port}/`;
  }

  /** Resolves once so many calls have come. */
  async called(times: number): Promise<void> {
    while (this.#calls < times) {
      await new Promise<void>((resolve) => {
        this.#heard = resolve;
      });
    }
  }

  /** Drops what it holds; who called finds out. */
  drop(): void {
    for (const socket of this.#held) socket.destroy();
  }

  close(): void {
    this.drop();
    this.#server.close();
  }
}
