import { readFileSync } from 'node:fs';

/** Clock ticks a second in proc_pid_stat(5); 100 on every Linux that Node runs on. */
const TICKS = 100;
// Places in proc_pid_stat(5), counted from the state, which follows the command.
const USER_TICKS = 11;
const SYSTEM_TICKS = 12;
const MIB_OF_KIB = 1_024;

/** CPU seconds that a process has used. */
export function cpuSeconds(pid: number): number {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[USER_TICKS]) + Number(fields[SYSTEM_TICKS])) / TICKS;
}

/** MiB of memory that it holds. */
export function residentMib(pid: number): number {
  const [, kib = 'none'] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kib) / MIB_OF_KIB;
}
