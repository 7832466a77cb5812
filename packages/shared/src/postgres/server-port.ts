import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/**
 * The port of a folder's server: the same at every start, so that those who are connected find it again after its death.
 * Another one is taken only when a stranger listens there, before anybody is connected.
 */
export async function portOf(folder: string): Promise<number> {
  const file = join(folder, 'port');
  const kept = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  const port = (await tryListen(kept)) ?? (await tryListen(0)) ?? 0;
  writeFileSync(file, `${port}\n`, { mode: 0o600 });
  return port;
}

/** The port that was bound; null when it is taken or is none. */
function tryListen(port: number): Promise<number | null> {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return Promise.resolve(null);
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : null));
    });
  });
}
