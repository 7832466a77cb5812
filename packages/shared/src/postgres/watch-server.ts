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
  /** For how long that is tried. */
  readonly triesForMs?: number;
}

/** Looks after a server until it is ended. */
export interface ServerWatch {
  end(): Promise<void>;
}

const LOOK_MS = 200;
/** A disk that is full may get room, and whoever starts everything anew meanwhile starts on the same disk. */
const TRIES_FOR_MS = 600_000;
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

async function watch(options: WatchOptions, ending: AbortSignal): Promise<void> {
  const { postmaster, report, relaunch } = options;
  let current = postmaster;
  let failedSince: number | null = null;
  while (await paused(LOOK_MS, ending)) {
    if (isRunning(current)) continue;
    report(`the database server ended by itself (process ${current.pid}); starting it again`);
    try {
      current = await relaunch();
      failedSince = null;
      report('the database server is back');
    } catch (error) {
      failedSince ??= performance.now();
      const isLost = performance.now() - failedSince >= (options.triesForMs ?? TRIES_FOR_MS);
      if (isLost) return options.onLost(error instanceof Error ? error : new Error(String(error)));
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
