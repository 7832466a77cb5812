import type { EntryInput } from '@chancery/ledger/entry';
import { type LedgerWriter, openLedgerWriter } from '@chancery/ledger/ledger-writer';
import { sampleSnapshot } from '@chancery/ledger/testkit/sample-entry';
import { withConnection } from '@chancery/shared/postgres/connect';
import { percentile } from '../gateway/load.js';
import type { BenchServer } from '../gateway/set-up.js';
import { bigEntry, smallEntry } from './answer-entry.js';

const WAITING = [1, 8, 64, 512];
const RATE = 500;
const MS = 1_000;

/** What came of a while of appending. */
export interface Appended {
  readonly perSecond: number;
  readonly cpuMs: number;
  readonly latencies: readonly number[];
}

async function appendAll(
  durationMs: number,
  run: (stop: () => boolean, done: (ms: number) => void) => Promise<void>,
): Promise<Appended> {
  const latencies: number[] = [];
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  await run(
    () => performance.now() - start >= durationMs,
    (ms) => latencies.push(ms),
  );
  const seconds = (performance.now() - start) / MS;
  const { user, system } = process.cpuUsage(cpu);
  const cpuMs = (user + system) / MS / latencies.length;
  return { perSecond: latencies.length / seconds, cpuMs, latencies: latencies.sort((a, b) => a - b) };
}

/** So many appends under way at any time. */
export const closed = (
  writer: LedgerWriter,
  entry: EntryInput,
  waiting: number,
  durationMs: number,
): Promise<Appended> =>
  appendAll(durationMs, async (stop, done) => {
    const run = async (): Promise<void> => {
      while (!stop()) {
        const from = performance.now();
        await writer.append(entry);
        done(performance.now() - from);
      }
    };
    await Promise.all(Array.from({ length: waiting }, run));
  });

/** So many a second, whether or not the last has come back. */
export const open = (writer: LedgerWriter, entry: EntryInput, durationMs: number): Promise<Appended> =>
  appendAll(durationMs, async (stop, done) => {
    const under: Promise<void>[] = [];
    const begin = performance.now();
    for (let sent = 0; !stop(); ) {
      for (; sent < ((performance.now() - begin) / MS) * RATE; sent += 1) {
        const from = performance.now();
        under.push(writer.append(entry).then(() => done(performance.now() - from)));
      }
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await Promise.all(under);
  });

const digits = (value: number): string =>
  value >= 100 ? String(Math.round(value)) : value.toFixed(value >= 10 ? 1 : 2);

const row = (what: string, { perSecond, cpuMs, latencies }: Appended): string =>
  `| ${what} | ${digits(perSecond)} | ${digits(percentile(latencies, 0.5))} / ${digits(percentile(latencies, 0.99))} | ${digits(cpuMs)} |`;

/** Appends of a small entry and of an ordinary one: entries a second, how long each took, and what the writer's process used. */
export async function benchLedger(server: BenchServer, durationMs: number): Promise<string> {
  const { serviceUrl, loaderUrl } = await server.makeLedger('parts');
  const writer = await openLedgerWriter({ connectionString: serviceUrl, clock: Date.now });
  writer.registerSnapshot(sampleSnapshot());
  const lines: string[] = [];
  for (const [name, entry] of [
    ['4 items', smallEntry()],
    ['97 items', bigEntry()],
  ] as const) {
    await closed(writer, entry, 64, durationMs);
    for (const waiting of WAITING)
      lines.push(row(`${name}, ${waiting} under way`, await closed(writer, entry, waiting, durationMs)));
    lines.push(row(`${name}, ${RATE} a second`, await open(writer, entry, durationMs)));
  }
  await writer.close();
  const bytes = await longestLeaf(loaderUrl);
  return [
    '### Appending to the ledger',
    '',
    `One writer, PostgreSQL durable. The leaf of the entry of 97 items has ${bytes} bytes.`,
    '',
    '| entry | entries/s | p50 / p99 ms | writer, CPU ms an entry |',
    '|---|---|---|---|',
    ...lines,
    '',
  ].join('\n');
}

/** Bytes of the longest entry of a log. */
export const longestLeaf = (loaderUrl: string): Promise<number> =>
  withConnection(loaderUrl, async (client) => {
    const { rows } = await client.query<{ bytes: number }>(
      'select max(octet_length(leaf))::int as bytes from audit_entry',
    );
    return rows[0]?.bytes ?? 0;
  });
