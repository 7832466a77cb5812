import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a database server that a test can cut, hold and restore. */
export interface CutOffProxy {
  /** The connection string by this way. */
  urlOf(connectionString: string): string;
  /** Ends every connection and refuses new ones, as when the server is gone. */
  cut(): void;
  /** Lets connections stand and passes nothing on, in either direction: a server that hangs. */
  hold(): void;
  /** Passes requests on and holds back the answers: the server does its work and nobody hears of it. */
  holdAnswers(): void;
  /** Lets new connections through and leaves the held ones as they are: half open, for ever. */
  passNew(): void;
  /** Passes on what was held, as when a frozen way thaws: a session long given up speaks again. */
  resume(): void;
  /** Lets new connections through again, and ends those that were held. */
  restore(): void;
  close(): Promise<void>;
}

/** Starts a proxy on loopback before the server that the connection string names. */
export async function startCutOffProxy(connectionString: string): Promise<CutOffProxy> {
  const target = new URL(connectionString);
  const sockets = new Set<Socket>();
  const answering = new Set<Socket>();
  const pairs = new WeakMap<Socket, Socket>();
  let mode: 'open' | 'held' | 'cut' = 'open';

  const server = createServer((inward) => {
    if (mode === 'cut') return void inward.destroy();
    const outward = connect(Number(target.port || 5432), target.hostname);
    answering.add(outward);
    outward.on('close', () => answering.delete(outward));
    for (const [from, to] of [
      [inward, outward],
      [outward, inward],
    ] as const) {
      sockets.add(from);
      from.on('error', () => {});
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      pairs.set(from, to);
      if (mode !== 'held') from.pipe(to);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const endAll = () => {
    for (const socket of sockets) socket.destroy();
  };

  return {
    urlOf(text) {
      const url = new URL(text);
      url.hostname = '127.0.0.1';
      url.port = `${port}`;
      return url.href;
    },
    cut() {
      mode = 'cut';
      endAll();
    },
    hold() {
      mode = 'held';
      for (const socket of sockets) socket.unpipe();
    },
    holdAnswers() {
      mode = 'held';
      for (const socket of answering) socket.unpipe();
    },
    passNew() {
      mode = 'open';
    },
    resume() {
      mode = 'open';
      for (const socket of sockets) {
        const to = pairs.get(socket);
        if (to !== undefined) socket.pipe(to);
      }
    },
    restore() {
      if (mode === 'held') endAll();
      mode = 'open';
    },
    async close() {
      endAll();
      server.close();
      await once(server, 'close');
    },
  };
}
