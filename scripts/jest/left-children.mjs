/** Processes that a file of tests started and did not end. */
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** One that was told to end, and is ending. */
const ENDS_WITHIN_MS = 10_000;
const POLL_MS = 50;

/** The ids of those that run now: where jest runs all files in its own process, the database server is one. */
export const runningChildren = () => new Set(children().map(({ pid }) => pid));

/** Waits for those that are ending, ends the others but those that ran before, and returns what they were. */
export async function endChildren(before) {
  const since = () => children().filter(({ pid }) => !before.has(pid));
  for (const until = performance.now() + ENDS_WITHIN_MS; performance.now() < until; await pause(POLL_MS)) {
    if (since().length === 0) return [];
  }
  const left = since();
  for (const { pid } of left) process.kill(pid, 'SIGKILL');
  return left.map(({ command }) => command);
}

/** Those that run; where the kernel does not list them (other than Linux), none. */
function children() {
  const threads = tryTo(() => readdirSync('/proc/self/task'), []);
  const pids = threads.flatMap((thread) =>
    tryTo(() => readFileSync(`/proc/self/task/${thread}/children`, 'utf8').split(' ').filter(Boolean), []),
  );
  return pids.flatMap((pid) => {
    // One that has ended has no command line any more.
    const command = tryTo(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim(), '');
    return command === '' ? [] : [{ pid: Number(pid), command }];
  });
}

function tryTo(read, otherwise) {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
