import { availableParallelism, cpus, freemem, loadavg, totalmem } from 'node:os';

const GIB = 2 ** 30;

/** What a number is worth nothing without: the machine, its load and the day. */
export function machineFacts(): string {
  const [cpu] = cpus();
  const memory = `${(freemem() / GIB).toFixed(1)} of ${(totalmem() / GIB).toFixed(1)} GiB free`;
  const load = loadavg().map((each) => each.toFixed(2));
  return [
    `${new Date().toISOString().slice(0, 16)}Z, Node ${process.versions.node} (V8 ${process.versions.v8})`,
    `${availableParallelism()} cores, ${cpu?.model ?? 'unknown'}, ${process.arch}, ${memory}`,
    `load ${load.join(' ')} (1, 5, 15 minutes)`,
  ].join('\n');
}
