import { verifyLedger } from '@chancery/ledger/verify/verify-ledger';
import type { DatabaseUrls } from '@chancery/shared/postgres/provision';
import { cpuMsOf } from '../gateway/cpu-time.js';
import { smallEntry } from '../parts/answer-entry.js';
import { openLedger } from './stores.js';

const MS = 1_000;
const UNDER_WAY = 512;

/** Fills a ledger of its own, and verifies it: once cold, then as it is when it was just read. */
export async function benchVerifying(urls: DatabaseUrls, entries: number, serverPid: number): Promise<string> {
  const store = await openLedger(urls.serviceUrl, 1);
  let left = entries;
  const entry = smallEntry();
  const fill = async (): Promise<void> => {
    for (; left > 0; ) {
      left -= 1;
      await store.append(entry);
    }
  };
  await Promise.all(Array.from({ length: UNDER_WAY }, fill));
  await store.close();
  const lines: string[] = [];
  for (const round of ['first', 'second', 'third']) {
    const [begin, own, server] = [performance.now(), process.cpuUsage(), cpuMsOf(serverPid)];
    const { outcome, logs } = await verifyLedger(urls.loaderUrl);
    const seconds = (performance.now() - begin) / MS;
    const { user, system } = process.cpuUsage(own);
    if (outcome !== 'whole' || logs[0]?.entries !== entries) throw new RangeError(`the ledger is ${outcome}`);
    const [us, theirs] = [(user + system) / entries, ((cpuMsOf(serverPid) - server) * MS) / entries];
    const million = (seconds * 1_000_000) / entries;
    lines.push(
      `| ${round} | ${seconds.toFixed(2)} | ${million.toFixed(1)} | ${us.toFixed(1)} | ${theirs.toFixed(1)} |`,
    );
  }
  return [
    `${entries} entries, each with two sidecars.`,
    '',
    '| reading | s | s a million | CPU of the verifier, µs an entry | CPU of PostgreSQL, µs an entry |',
    '|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}
