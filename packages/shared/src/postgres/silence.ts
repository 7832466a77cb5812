import type { Socket } from 'node:net';
import type pg from 'pg';

/** A pool as node-postgres and TypeORM have it: it tells when a connection is taken for work and given back. */
type WatchedPool = Pick<pg.Pool, 'on'>;

/**
 * Ends a connection that says nothing for so long while work waits on it. Neither keep-alive nor the server's own limits end
 * one that is half open: a failed-over firewall or balancer keeps the far side, and the near side would wait for ever.
 * `ms` is more than the server's limit of a statement, which it answers.
 */
export function endWhenSilent(pool: WatchedPool, ms: number): void {
  const watched = new WeakSet<Socket>();
  pool.on('acquire', (client) => {
    const socket = socketOf(client);
    if (socket === null) return;
    if (!watched.has(socket)) {
      watched.add(socket);
      socket.on('timeout', () => socket.destroy(new Error(`the database said nothing for ${ms} ms`)));
    }
    socket.setTimeout(ms);
  });
  // An idle one may be silent; if it is dead, the next work on it finds out.
  pool.on('release', (_error, client) => socketOf(client)?.setTimeout(0));
}

/** Ends a connection without a word: a farewell to a far side that is gone would wait for its answer. */
export function endAtOnce(client: object): void {
  socketOf(client)?.destroy();
}

/** node-postgres keeps its socket where its types do not show it. */
function socketOf(client: object): Socket | null {
  const connection: unknown = Reflect.get(client, 'connection');
  const stream: unknown =
    typeof connection === 'object' && connection !== null ? Reflect.get(connection, 'stream') : null;
  return isSocket(stream) ? stream : null;
}

const isSocket = (value: unknown): value is Socket =>
  typeof value === 'object' && value !== null && 'setTimeout' in value && 'destroy' in value;
