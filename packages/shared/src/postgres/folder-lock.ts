import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { InternalError } from '../errors.js';
import { type Report, reportWhileWaiting } from './report.js';

const RETRY_MS = 25;
const WAIT_MAX_MS = 120_000;

/** Runs work while no other process on this machine does the same for this folder. */
export async function withFolderLock<T>(folder: string, report: Report, work: () => Promise<T>): Promise<T> {
  const lock = await reportWhileWaiting(report, `waiting for another start in \`${folder}\``, waitForLock(folder));
  try {
    return await work();
  } finally {
    await release(lock);
  }
}

/** Holds a folder until `release`; null when another process holds it under the same name. */
export async function tryLockFolder(folder: string, name: string): Promise<{ release(): Promise<void> } | null> {
  const lock = await tryListen(lockName(folder, name));
  return lock === null ? null : { release: () => release(lock) };
}

async function waitForLock(folder: string): Promise<Server> {
  const deadline = performance.now() + WAIT_MAX_MS;
  for (;;) {
    const lock = await tryListen(lockName(folder, 'start'));
    if (lock !== null) return lock;
    if (performance.now() > deadline) {
      throw new InternalError('INTERNAL', `another process has been starting a server in \`${folder}\` for too long`);
    }
    await sleep(RETRY_MS);
  }
}

// A socket in the abstract namespace (unix(7)): the kernel frees it with its process, so a killed holder leaves nothing stale.
function lockName(folder: string, name: string): string {
  return `\0chancery-${name}-${createHash('sha256').update(realpathSync(folder)).digest('hex')}`;
}

function tryListen(path: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen({ path, exclusive: true }, () => {
      server.unref();
      resolve(server);
    });
  });
}

function release(lock: Server): Promise<void> {
  return new Promise((resolve) => lock.close(() => resolve()));
}
