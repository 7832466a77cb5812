import { type LedgerReader, openLedgerReader, type StoredHead } from './ledger-reader.js';
import type { Edge } from './tree.js';
import { concludeVerdict, type Finding, type Verdict, type VerifiedLog } from './verdict.js';
import { EntryCheck } from './verify-entries.js';
import { TreeCheck } from './verify-tree.js';

const REPORT_EVERY_MS = 1_000;
/** The gateway's log. */
const FIRST_LOG = 1;

/**
 * Checks the whole ledger from its stored bytes, with a login that may only read, while a writer may be at work.
 * It shares formats with the writer and nothing else: neither its state nor its word for what the roots are. `kept` is a head
 * of the first log that was remembered outside the database.
 */
export async function verifyLedger(
  connectionString: string,
  report: (line: string) => void = () => {},
  kept: Edge | null = null,
): Promise<Verdict> {
  const reader = await openLedgerReader(connectionString);
  try {
    const logs: VerifiedLog[] = [];
    const findings: Finding[] = [];
    const heads = await reader.heads();
    const headless = await reader.headless();
    // A ledger of which nothing is left has nothing that could be altered: it must not be called whole.
    if (!heads.some(({ logId, size }) => logId === FIRST_LOG && size > 0) && !headless.includes(FIRST_LOG)) {
      findings.push({ severity: 'missing', logId: FIRST_LOG, index: null, what: 'it holds no entry' });
    }
    for (const head of heads) {
      const verified = await verifyLog(reader, head, head.logId === FIRST_LOG ? kept : null, report);
      logs.push(verified.log);
      findings.push(...verified.findings);
    }
    for (const logId of headless) {
      findings.push({ severity: 'altered', logId, index: null, what: 'it has entries and no head' });
    }
    return concludeVerdict(logs, findings);
  } finally {
    await reader.close();
  }
}

async function verifyLog(
  reader: LedgerReader,
  head: StoredHead,
  kept: Edge | null,
  report: (line: string) => void,
): Promise<{ log: VerifiedLog; findings: Finding[] }> {
  const tree = new TreeCheck(reader, head, kept);
  const content = new EntryCheck(reader, head.logId);
  let read = 0;
  let reported = performance.now();
  for await (const page of reader.entries(head.logId)) {
    await tree.add(page);
    await content.add(page);
    read += page.length;
    if (performance.now() - reported < REPORT_EVERY_MS) continue;
    reported = performance.now();
    report(`log ${head.logId}: ${read} of ${head.size} entries read`);
  }
  const { log, findings } = await tree.finish();
  return { log, findings: [...findings, ...content.finish()] };
}
