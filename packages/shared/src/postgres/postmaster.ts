import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { InternalError } from '../errors.js';
import { identifyProcess, isRunning, type ProcessIdentity, processArguments } from './process-identity.js';

/** A running server process and the port it listens on. */
export interface Postmaster extends ProcessIdentity {
  readonly port: number;
}

const POLL_MS = 20;
const FAST_SHUTDOWN_MAX_MS = 60_000;
const IMMEDIATE_SHUTDOWN_MAX_MS = 10_000;

/** The server that runs on a data folder, also one that a killed launcher left; null when there is none. */
export function findPostmaster(data: string): Postmaster | null {
  const lines = readPidFile(data);
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!Number.isInteger(pid) || pid <= 0) return null;
  const identity = identifyProcess(pid);
  // The number may belong to a stranger by now: ours was started with this data folder as an argument.
  if (identity === null || !processArguments(pid).includes(data)) return null;
  return { ...identity, port };
}

/** The data folder that the pid file of a crashed or running server names; null without such a file. */
export function dataFolderInPidFile(data: string): string | null {
  return readPidFile(data)[1] ?? null;
}

/** Lets a server start over a pid file that a crash left, when `findPostmaster` finds none. */
export function disownPidFile(data: string): void {
  const [pid, ...rest] = readPidFile(data);
  if (pid === undefined) return;
  // A stranger may have the number by now, or nobody has reaped the dead server: PostgreSQL would take either for a
  // live one. It takes a file with its parent's number for stale, and still checks the shared memory named in it; removing the
  // file would lose that check.
  writeFileSync(join(data, 'postmaster.pid'), [process.pid, ...rest].join('\n'));
}

/** Ends a server and waits until it is gone: sessions are cut off, what they committed is kept. */
export async function stopPostmaster(postmaster: ProcessIdentity): Promise<void> {
  signal(postmaster, 'SIGINT');
  if (await hasEnded(postmaster, FAST_SHUTDOWN_MAX_MS)) return;
  signal(postmaster, 'SIGQUIT');
  if (await hasEnded(postmaster, IMMEDIATE_SHUTDOWN_MAX_MS)) return;
  throw new InternalError('INTERNAL', `the database server, process ${postmaster.pid}, does not stop`);
}

function signal(postmaster: ProcessIdentity, name: NodeJS.Signals): void {
  if (isRunning(postmaster)) process.kill(postmaster.pid, name);
}

async function hasEnded(postmaster: ProcessIdentity, withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  while (isRunning(postmaster)) {
    if (performance.now() > deadline) return false;
    await sleep(POLL_MS);
  }
  return true;
}

// postmaster.pid: pid, data folder, start time, port, socket folder, address, shared memory key, status.
function readPidFile(data: string): string[] {
  try {
    return readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}
