import { readdirSync, readFileSync } from 'node:fs';

/** A process as Linux tells it apart from a later one that was given the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Start time in clock ticks since boot, field 22 of proc_pid_stat(5). */
  readonly startTicks: string;
}

// Places in proc_pid_stat(5), counted from the state, which follows the command.
const STATE = 0;
const PARENT = 1;
const START_TICKS = 19;

/** The process that has this number now; null when there is none, or only its unreaped remains. */
export function identifyProcess(pid: number): ProcessIdentity | null {
  const fields = statFields(pid);
  const [state, startTicks] = [fields[STATE], fields[START_TICKS]];
  if (state === 'Z' || state === 'X' || startTicks === undefined) return null;
  return { pid, startTicks };
}

/** Whether exactly this process still runs. */
export function isRunning(process: ProcessIdentity): boolean {
  return identifyProcess(process.pid)?.startTicks === process.startTicks;
}

/** The processes that a process started and that still run. */
export function childProcesses(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => Number(statFields(pid)[PARENT]) === parent && identifyProcess(pid) !== null);
}

/** The arguments that a process was started with; empty when it is gone. */
export function processArguments(pid: number): readonly string[] {
  return readProc(pid, 'cmdline')?.split('\0') ?? [];
}

// The command stands in brackets and may itself hold spaces and brackets.
function statFields(pid: number): string[] {
  const text = readProc(pid, 'stat');
  return text === null ? [] : text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function readProc(pid: number, file: 'stat' | 'cmdline'): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return null;
  }
}
