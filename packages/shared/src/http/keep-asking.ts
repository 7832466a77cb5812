import { setTimeout as pause } from 'node:timers/promises';

/** How often is asked again who does not answer, and who hears of it. */
export interface Patience {
  readonly againMs: number;
  /** The longest pause, as long as things stand. */
  againMaxMs(): number;
  /** Of each silence its beginning alone. */
  failed(reason: string): void;
}

/** Asks over and over until it is ended; after a failure again, later each time. */
export async function keepAsking(ask: () => Promise<void>, patience: Patience, signal: AbortSignal): Promise<void> {
  for (let failures = 0; !signal.aborted; ) {
    try {
      await ask();
      failures = 0;
    } catch (error) {
      if (signal.aborted) return;
      if (failures === 0) patience.failed(String(error));
      failures += 1;
      const ms = Math.min(patience.againMaxMs(), patience.againMs * 2 ** failures);
      await pause(ms, undefined, { signal }).catch(() => undefined);
    }
  }
}
