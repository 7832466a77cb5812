import { type LedgerReader, openLedgerReader, type StoredHead } from './ledger-reader.js';
import { concludeVerdict, type Finding, type Verdict, type VerifiedLog } from './verdict.js';
import { EntryCheck } from './verify-entries.js';
import { TreeCheck } from './verify-tree.js';

const REPORT_EVERY_MS = 1_000;

/**
 * Checks the whole ledger from its stored bytes, with a login that may only read, while a writer may be at work.
 * It shares formats with the writer and nothing else: neither its state nor its word for what the roots are.
 */
export async function verifyLedger(
  connectionString: string,
  report: (line: string) => void = () => {},
): Promise<Verdict> {
  const reader = await openLedgerReader(connectionString);
  try {
    const logs: VerifiedLog[] = [];
    const findings: Finding[] = [];
    for (const head of await reader.heads()) {
      const verified = await verifyLog(reader, head, report);
      logs.push(verified.log);
      findings.push(...verified.findings);
    }
    for (const logId of await reader.headless()) {
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
  report: (line: string) => void,
): Promise<{ log: VerifiedLog; findings: Finding[] }> {
  const tree = new TreeCheck(reader, head);
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
