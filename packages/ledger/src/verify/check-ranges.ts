import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { InternalError } from '@chancery/shared/errors';
import { appendSubtrees, type Edge } from '../tree.js';
import { checkRange, type RangeResult, type RangeTask } from './check-range.js';
import { PageReader } from './page-reader.js';

/** Which state of the ledger is checked, and by whose login. */
export interface LedgerState {
  readonly connectionString: string;
  /** As PostgreSQL exported it. */
  readonly snapshot: string;
}

/** A power of two: what such a range gives is one subtree, or at the end of the log several. */
const RANGE = 16_384;
const WORKER = fileURLToPath(new URL('../../dist/verify/range-worker.js', import.meta.url));

/** Cuts a log of that size into ranges, from its first entry that is kept on. */
export function rangesOf(logId: number, size: number, marks: readonly number[], from = 0): RangeTask[] {
  const tasks: RangeTask[] = [];
  for (let first = from; first < size; ) {
    // Where it does not begin at a range, smaller ones lead to the next: each has to be a subtree.
    let length = RANGE;
    while (first % length !== 0) length /= 2;
    const [begin, end] = [first, Math.min(first + length, size)];
    tasks.push({ logId, first, end, marks: marks.filter((mark) => mark > begin && mark <= end) });
    first = end;
  }
  return tasks;
}

/** Checks ranges, in their order; a log of several on as many threads as there are processors. `threads` bounds them. */
export async function checkRanges(
  state: LedgerState,
  tasks: readonly RangeTask[],
  done: (entries: number) => void,
  threads = availableParallelism(),
): Promise<RangeResult[]> {
  if (tasks.length <= 1) return checkHere(state, tasks);
  const waiting = [...tasks.entries()].reverse();
  const results: RangeResult[] = [];
  const run = async (): Promise<void> => {
    const worker = new Worker(WORKER, { workerData: state });
    const failed = once(worker, 'error').then(([error]) => Promise.reject(error));
    failed.catch(() => {});
    try {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const [place, task] = next;
        worker.postMessage(task);
        const result = resultOf(await Promise.race([once(worker, 'message'), failed]));
        results[place] = result;
        done(result.entries);
      }
      worker.postMessage(null);
      await once(worker, 'exit');
    } catch (error) {
      await worker.terminate();
      throw error;
    }
  };
  await Promise.all(Array.from({ length: Math.min(threads, tasks.length) }, run));
  return results;
}

async function checkHere(
  { connectionString, snapshot }: LedgerState,
  tasks: readonly RangeTask[],
): Promise<RangeResult[]> {
  const reader = await PageReader.open(connectionString, snapshot);
  try {
    const results: RangeResult[] = [];
    for (const task of tasks) results.push(await checkRange(reader, task));
    return results;
  } finally {
    await reader.close();
  }
}

/** What a thread has sent. Bytes come without their class. */
function resultOf(message: unknown): RangeResult {
  const [{ result, error }] = message as [{ readonly result?: RangeResult; readonly error?: string }];
  if (result === undefined) throw new InternalError('INTERNAL', `a range could not be checked: ${error}`);
  const edge = (sent: Edge | null): Edge | null =>
    sent && { size: sent.size, peaks: sent.peaks.map((peak) => Buffer.from(peak)) };
  const marks = result.marks.map(({ size, edge: sent }) => ({ size, edge: edge(sent) ?? sent }));
  return { ...result, read: edge(result.read), stored: edge(result.stored), marks };
}

/** The edge of a log from those of its ranges; null where one of them is not known. */
export function joinEdges(left: Edge | null, right: Edge | null): Edge | null {
  return left && right && appendSubtrees(left, right);
}
