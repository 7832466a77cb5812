import type { Clock } from '@chancery/shared/clock';
import type { EntryInput } from './entry.js';
import type { LedgerWriter } from './ledger-writer.js';
import { HEARTBEAT_MS } from './waits.js';

/**
 * A writer that says that it is there when it has had nothing to say for a while: so that a stretch of the log that was cut out, or a
 * gateway that answers past the ledger, is a silence that verification tells of.
 */
export function withHeartbeat(writer: LedgerWriter, clock: Clock, everyMs = HEARTBEAT_MS): LedgerWriter {
  let last = performance.now();
  let isBeating = false;
  const beat = async (): Promise<void> => {
    if (isBeating || performance.now() - last < everyMs) return;
    isBeating = true;
    // One that is refused is no reason to refuse anything else: the ledger tells of its state itself.
    await append(heartbeatAt(clock())).catch(() => {});
    isBeating = false;
  };
  const append: LedgerWriter['append'] = async (entry) => {
    const appended = await writer.append(entry);
    last = performance.now();
    return appended;
  };
  const timer = setInterval(() => void beat(), everyMs / 2).unref();
  return {
    append,
    registerSnapshot: (snapshot) => writer.registerSnapshot(snapshot),
    waiting: () => writer.waiting(),
    healthy: () => writer.healthy(),
    answering: () => writer.answering(),
    close: () => {
      clearInterval(timer);
      return writer.close();
    },
  };
}

function heartbeatAt(now: number): EntryInput {
  return {
    ...{
      kind: 'HEARTBEAT',
      failure: null,
      subject: null,
      profile: null,
      clipped: [],
      asked: [],
      stated: null,
      acts: [],
    },
    ...{ api: { operation: null, doc: null, trace: '' }, now, policy: '', schema: '', snapshot: null },
    ...{ access: [], obligations: [], records: [], private: { address: null, variables: null, reason: null } },
  };
}
