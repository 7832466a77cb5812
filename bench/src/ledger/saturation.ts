import { smallEntry } from '../parts/answer-entry.js';
import type { Store } from './stores.js';

const MS = 1_000;
const UNDER_WAY = 256;

/** As many as it takes, with 256 under way. */
export async function benchSaturation(stores: readonly Store[], durationMs: number): Promise<string> {
  const lines: string[] = [];
  for (const store of stores) {
    const entry = smallEntry();
    let count = 0;
    const [begin, cpu] = [performance.now(), process.cpuUsage()];
    const run = async (): Promise<void> => {
      while (performance.now() - begin < durationMs) {
        await store.append(entry);
        count += 1;
      }
    };
    await Promise.all(Array.from({ length: UNDER_WAY }, run));
    const seconds = (performance.now() - begin) / MS;
    const { user, system } = process.cpuUsage(cpu);
    lines.push(`| ${store.name} | ${Math.round(count / seconds)} | ${((user + system) / count).toFixed(0)} |`);
  }
  return ['| store, 256 under way | entries/s | CPU of the writer, µs an entry |', '|---|---|---|', ...lines].join(
    '\n',
  );
}
