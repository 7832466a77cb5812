import { percentile } from '../gateway/load.js';
import { smallEntry } from '../parts/answer-entry.js';
import type { Store } from './stores.js';

const MS = 1_000;

interface Sample {
  readonly latencies: readonly number[];
  readonly cpuMs: number;
}

/** So many a second, whether or not the last has come back. */
async function atRate(store: Store, rate: number, durationMs: number): Promise<Sample> {
  const entry = smallEntry();
  const latencies: number[] = [];
  const under: Promise<void>[] = [];
  const [begin, cpu] = [performance.now(), process.cpuUsage()];
  for (let sent = 0; performance.now() - begin < durationMs; ) {
    for (; sent < ((performance.now() - begin) / MS) * rate; sent += 1) {
      const from = performance.now();
      under.push(store.append(entry).then(() => void latencies.push(performance.now() - from)));
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(under);
  const { user, system } = process.cpuUsage(cpu);
  return { latencies, cpuMs: (user + system) / MS / latencies.length };
}

/** Each store at each rate, in turns: latency of all rounds together, and what this process used for an entry. */
export async function benchRates(stores: readonly Store[], rounds: number, durationMs: number): Promise<string> {
  const lines: string[] = [];
  for (const rate of [500, 2_000]) {
    const samples = new Map<Store, Sample[]>(stores.map((store) => [store, []]));
    for (let round = 0; round < rounds; round += 1) {
      for (const store of stores) samples.get(store)?.push(await atRate(store, rate, durationMs));
    }
    for (const [store, taken] of samples) {
      const latencies = taken.flatMap((sample) => sample.latencies).sort((a, b) => a - b);
      const cpu = taken.reduce((sum, { cpuMs }) => sum + cpuMs, 0) / taken.length;
      const [p50, p99] = [percentile(latencies, 0.5), percentile(latencies, 0.99)];
      lines.push(`| ${rate} | ${store.name} | ${p50.toFixed(2)} | ${p99.toFixed(2)} | ${(cpu * MS).toFixed(0)} |`);
    }
  }
  return [
    '| a second | store | p50 ms | p99 ms | CPU of the writer, µs an entry |',
    '|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}
