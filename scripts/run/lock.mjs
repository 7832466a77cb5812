import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { CHECKOUT } from './checkout.mjs';

const RETRY_MS = 200;
const SAY_AFTER_MS = 2000;

/** Waits until no other process of this checkout holds the name, and holds it until `release`. */
export async function holdLock(name) {
  // Elsewhere there are no abstract sockets, and two first starts at once are the user's to avoid.
  if (process.platform !== 'linux') return { release() {} };
  const digest = createHash('sha256').update(CHECKOUT).digest('hex');
  const started = performance.now();
  for (let said = false; ; ) {
    const lock = await tryListen(`\0chancery-${name}-${digest}`);
    if (lock !== null) return { release: () => lock.close() };
    if (!said && performance.now() - started > SAY_AFTER_MS) {
      process.stderr.write('waiting for another command that installs or builds here\n');
      said = true;
    }
    await sleep(RETRY_MS);
  }
}

/** The kernel frees the name with its process, so a killed holder leaves nothing stale. */
function tryListen(path) {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(null) : reject(error)));
    server.listen({ path, exclusive: true }, () => resolve(server));
  });
}
