import { setTimeout as pause } from 'node:timers/promises';
import type { Postmaster } from './postmaster.js';
import { isRunning } from './process-identity.js';
import type { Report } from './report.js';

/** What a watch needs to bring a server back. */
export interface WatchOptions {
  readonly postmaster: Postmaster;
  readonly report: Report;
  /** Starts it again where it was, or finds the one that another process has started. */
  relaunch(): Promise<Postmaster>;
  /** It cannot be brought back. */
  onLost(error: Error): void;
}

/** Looks after a server until it is ended. */
export interface ServerWatch {
  end(): Promise<void>;
}

const LOOK_MS = 200;
const TRIES_MAX = 3;
const PAUSE_MS = 1_000;

/** Sees the death of a database server within a fraction of a second, whoever started it, and starts it again on its port. */
export function watchServer(options: WatchOptions): ServerWatch {
  const ending = new AbortController();
  const watching = watch(options, ending.signal);
  return {
    end: () => {
      ending.abort();
      return watching;
    },
  };
}

async function watch({ postmaster, report, relaunch, onLost }: WatchOptions, ending: AbortSignal): Promise<void> {
  let current = postmaster;
  let failures = 0;
  while (await paused(LOOK_MS, ending)) {
    if (isRunning(current)) continue;
    report(`the database server ended by itself (process ${current.pid}); starting it again`);
    try {
      current = await relaunch();
      failures = 0;
      report('the database server is back');
    } catch (error) {
      failures += 1;
      if (failures >= TRIES_MAX) return onLost(error instanceof Error ? error : new Error(String(error)));
      report(`the database server did not start: ${String(error)}`);
      await paused(PAUSE_MS, ending);
    }
  }
}

/** False once the watch is to end. The pause keeps no process alive that has nothing else to do. */
async function paused(ms: number, ending: AbortSignal): Promise<boolean> {
  await pause(ms, undefined, { signal: ending, ref: false }).catch(() => undefined);
  return !ending.aborted;
}
