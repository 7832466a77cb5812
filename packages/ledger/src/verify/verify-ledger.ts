import type { ErasedPart } from '../entry.js';
import { openLedgerReader } from '../ledger-reader.js';
import { type Claim, FIRST_LOG } from './claims.js';
import { compareErasures } from './erasures.js';
import { concludeVerdict, type Finding, type Verdict, type VerifiedLog } from './verdict.js';
import { verifyLog } from './verify-log.js';

/**
 * Checks the whole ledger from its stored bytes, with a login that may only read, while writers may be at work.
 * It shares formats with the writer and nothing else: neither its state nor its word for what the roots are. `claims` are what
 * somebody outside the database remembers of it: a head that was kept, a checkpoint that was saved.
 */
export async function verifyLedger(
  connectionString: string,
  report: (line: string) => void = () => {},
  claims: readonly Claim[] = [],
): Promise<Verdict> {
  const reader = await openLedgerReader(connectionString);
  try {
    const state = { connectionString, snapshot: await reader.exportState() };
    const logs: VerifiedLog[] = [];
    const findings: Finding[] = [];
    const absent: ErasedPart[] = [];
    const erased: ErasedPart[] = [];
    const heads = await reader.heads();
    const headless = await reader.headless();
    // A ledger of which nothing is left has nothing that could be altered: it must not be called whole.
    if (!heads.some(({ logId, size }) => logId === FIRST_LOG && size > 0) && !headless.includes(FIRST_LOG)) {
      findings.push({ severity: 'missing', logId: FIRST_LOG, index: null, what: 'it holds no entry' });
    }
    for (const head of heads) {
      const own = claims.filter(({ logId }) => logId === head.logId);
      const verified = await verifyLog(reader, state, { head, claims: own, report });
      logs.push(verified.log);
      findings.push(...verified.findings);
      absent.push(...verified.absent);
      erased.push(...verified.erased);
    }
    findings.push(...(await compareErasures(reader, absent, erased)));
    for (const logId of headless) {
      findings.push({ severity: 'altered', logId, index: null, what: 'it has entries and no head' });
    }
    for (const { logId, by } of claims.filter((claim) => !heads.some((head) => head.logId === claim.logId))) {
      findings.push({ severity: 'missing', logId, index: null, what: `there is no such log, and ${by} is of it` });
    }
    return concludeVerdict(logs, findings, erased.length);
  } finally {
    await reader.close();
  }
}
