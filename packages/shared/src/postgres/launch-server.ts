import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { InternalError } from '../errors.js';
import type { Cluster } from './cluster.js';
import { canConnect } from './connect.js';
import { disownPidFile, findPostmaster, type Postmaster } from './postmaster.js';
import { isRunning } from './process-identity.js';
import { asAccount, serverEnvironment } from './server-account.js';
import type { BinariesFolder } from './server-binaries.js';

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '128MB',
  // Whoever connects and says nothing more holds up whoever makes or drops a database meanwhile; a minute, unless told otherwise.
  authentication_timeout: '20s',
  // Queries here are short: compiling them costs more than running them.
  jit: 'off',
  // The ledger's promise rests on these two; they are the defaults, and stated so that nobody has to know.
  fsync: 'on',
  synchronous_commit: 'on',
  // Cannot be turned on later without a restart; until a backup says where to, segments are thrown away (backup/archive.ts).
  archive_mode: 'on',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/** A recovery to a target reads all segments since its base. */
const READY_MAX_MS = 600_000;
const RETRY_MAX_MS = 20_000;
const POLL_MS = 25;
const TAIL_CHARACTERS = 2000;

/** Connection string of the administrator of an embedded server. */
export function adminUrlOf(cluster: Cluster, port: number): string {
  return `postgres://postgres:${cluster.password}@127.0.0.1:${port}/postgres`;
}

/** Where a server listens, and where it says what happens to it. */
export interface LaunchPlace {
  readonly port: number;
  readonly logFile: string;
}

/** Starts the server on a cluster that none runs on, and waits until it answers. */
export async function launchServer(
  cluster: Cluster,
  binaries: BinariesFolder,
  place: LaunchPlace,
): Promise<Postmaster> {
  const deadline = performance.now() + RETRY_MAX_MS;
  for (;;) {
    disownPidFile(cluster.data);
    const outcome = await tryLaunch(cluster, binaries, place);
    if (typeof outcome !== 'string') return outcome;
    // The port is still being given back, or the sessions of a killed server are still ending.
    const passing = /could not bind|Address already in use|pre-existing shared memory/.test(outcome);
    if (!passing || performance.now() > deadline) {
      throw new InternalError(
        'INTERNAL',
        `the database server did not start; the end of \`${place.logFile}\`: ${outcome}`,
      );
    }
    await sleep(POLL_MS);
  }
}

/** Waits until a server that is there answers its administrator; false when it was only just ending. */
export async function becomesReady(cluster: Cluster, postmaster: Postmaster): Promise<boolean> {
  const deadline = performance.now() + READY_MAX_MS;
  while (!(await canConnect(adminUrlOf(cluster, postmaster.port)))) {
    if (!isRunning(postmaster)) return false;
    if (performance.now() > deadline) throw new InternalError('INTERNAL', 'the database server does not answer');
    await sleep(POLL_MS);
  }
  return true;
}

async function tryLaunch(
  cluster: Cluster,
  binaries: BinariesFolder,
  { port, logFile }: LaunchPlace,
): Promise<Postmaster | string> {
  const log = openSync(logFile, 'a', 0o600);
  const logStart = statSync(logFile).size;
  const settings = Object.entries({ ...SETTINGS, port: String(port) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  // In a session of its own: Ctrl-C at the terminal must not stop it before those who still write.
  const child = spawn(join(binaries, 'bin', 'postgres'), ['-D', cluster.data, ...settings], {
    ...asAccount(cluster.account),
    cwd: '/',
    detached: true,
    env: serverEnvironment(),
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const launch: Launch = {
    port,
    ended: null,
    readLog: () => readFileSync(logFile).subarray(logStart).toString('utf8'),
  };
  child.once('error', (error) => {
    launch.ended = error.message;
  });
  child.once('exit', (code, signalName) => {
    launch.ended = `exit ${code ?? signalName}`;
  });
  child.unref();
  return waitForLaunch(cluster, launch);
}

interface Launch {
  readonly port: number;
  /** Why the process is gone; null while it runs. */
  ended: string | null;
  readLog(): string;
}

async function waitForLaunch(cluster: Cluster, launch: Launch): Promise<Postmaster | string> {
  const deadline = performance.now() + READY_MAX_MS;
  while (performance.now() < deadline) {
    if (launch.ended !== null) return launch.readLog().slice(-TAIL_CHARACTERS).trim() || launch.ended;
    const postmaster = findPostmaster(cluster.data);
    if (postmaster?.port === launch.port && (await canConnect(adminUrlOf(cluster, launch.port)))) return postmaster;
    await sleep(POLL_MS);
  }
  throw new InternalError('INTERNAL', `the database server did not answer within ${READY_MAX_MS / 1000} s`);
}
