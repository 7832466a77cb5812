import { readdirSync, readFileSync } from 'node:fs';

/** Of Linux on every machine that Node runs on. */
const TICKS_A_SECOND = 100;
const MS_A_TICK = 1_000 / TICKS_A_SECOND;
const PAGE_BYTES = 4_096;

interface ProcessStat {
  readonly pid: number;
  readonly parent: number;
  readonly ticks: number;
  readonly residentBytes: number;
}

/** What the kernel says of a process (proc(5)); null for one that has just ended. */
function readStat(pid: number): ProcessStat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of a process may hold spaces and brackets: what counts comes after the last one.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [, parent = 0] = fields;
    // Its own, and those of children that have ended: a session of the database is one, and is gone by the second look.
    const ticks = fields.slice(11, 15).reduce((sum, each) => sum + each, 0);
    return { pid, parent, ticks, residentBytes: (fields[21] ?? 0) * PAGE_BYTES };
  } catch {
    return null;
  }
}

function processTree(root: number): ProcessStat[] {
  const pids = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  const all = pids.flatMap((pid) => readStat(pid) ?? []);
  const tree = all.filter(({ pid }) => pid === root);
  for (let at = 0; at < tree.length; at += 1) tree.push(...all.filter(({ parent }) => parent === tree[at]?.pid));
  return tree;
}

/** Milliseconds of processor time that a process and its children have used, by the kernel's own account. */
export function cpuMsOf(pid: number): number {
  return processTree(pid).reduce((sum, { ticks }) => sum + ticks * MS_A_TICK, 0);
}

/** Memory that they hold. */
export function residentBytesOf(pid: number): number {
  return processTree(pid).reduce((sum, { residentBytes }) => sum + residentBytes, 0);
}

/** The process that started another. */
export const parentOf = (pid: number): number | null => readStat(pid)?.parent ?? null;
