import { openLedgerWriter } from '@chancery/ledger/ledger-writer';
import { sampleSnapshot } from '@chancery/ledger/testkit/sample-entry';
import { percentile } from '../gateway/load.js';
import type { BenchServer } from '../gateway/set-up.js';
import { bigEntry, smallEntry } from '../parts/answer-entry.js';
import { closed, longestLeaf, open } from '../parts/ledger.js';
import type { Goal } from './goal.js';

const MANY = 64;
const MOST = 512;

/** What appending costs: the writer for an ordinary entry, its leaf, the wait at 500 a second, and as many as it can. */
export async function ledgerGoals(server: BenchServer, durationMs: number): Promise<readonly Goal[]> {
  const { serviceUrl, loaderUrl } = await server.makeLedger('goals');
  const writer = await openLedgerWriter({ connectionString: serviceUrl, clock: Date.now });
  writer.registerSnapshot(sampleSnapshot());
  try {
    // The first are those of a process that is cold.
    await closed(writer, bigEntry(), MANY, durationMs);
    const big = await closed(writer, bigEntry(), MANY, durationMs);
    const waited = await open(writer, smallEntry(), durationMs);
    const most = await closed(writer, smallEntry(), MOST, durationMs);
    return [
      { what: 'an entry of 97 items, ms of its writer', measured: big.cpuMs, promised: 0.1, hoped: 0.05, isLess: true },
      {
        what: 'the leaf of it, bytes',
        measured: await longestLeaf(loaderUrl),
        ...{ promised: 2_000, hoped: 1_000, isLess: true },
      },
      {
        what: 'waiting for an entry at 500 a second, ms, median',
        measured: percentile(waited.latencies, 0.5),
        ...{ promised: 1.5, hoped: 1, isLess: true },
      },
      { what: 'entries a second', measured: most.perSecond, promised: 10_000, hoped: 20_000, isLess: false },
    ];
  } finally {
    await writer.close();
  }
}
