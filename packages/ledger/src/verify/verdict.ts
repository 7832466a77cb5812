import { READINGS_LOG } from '../logs.js';
import { HEARTBEAT_MS } from '../waits.js';

/** Something that is not as it should be. `missing` means that a part cannot be checked; `warning` fails nothing. */
export interface Finding {
  readonly severity: 'altered' | 'missing' | 'warning';
  readonly logId: number;
  /** Index of the entry concerned; null when it concerns the whole log. */
  readonly index: number | null;
  readonly what: string;
}

/** One log as it was found. */
export interface VerifiedLog {
  readonly logId: number;
  /** Entries read. */
  readonly entries: number;
  /** Root hash that the entries give, in hex; null when an entry without a stored hash is missing. */
  readonly root: string | null;
  /** Index of the first entry that is kept: all before it were retired. */
  readonly retired: number;
  /** The longest time without an entry, and the entry after it. */
  readonly silence: { readonly index: number; readonly ms: number; readonly until: number };
}

/** What a verification found: `whole` only when every byte was there and agreed. */
export interface Verdict {
  readonly outcome: 'whole' | 'altered' | 'incomplete';
  readonly logs: readonly VerifiedLog[];
  readonly findings: readonly Finding[];
  /** Parts of sidecars that entries say were erased by order. */
  readonly erased: number;
}

/** Exit codes of the verifier. */
export const EXIT_CODES = { whole: 0, altered: 1, incomplete: 2, usage: 3 } as const;

const FINDINGS_SHOWN = 50;
/** Three heartbeats: a gateway that runs is never silent for as long. */
const SILENCE_MS = 3 * HEARTBEAT_MS;

/** Draws the conclusion: an altered part weighs more than a missing one. */
export function concludeVerdict(logs: readonly VerifiedLog[], findings: readonly Finding[], erased: number): Verdict {
  const has = (severity: Finding['severity']) => findings.some((finding) => finding.severity === severity);
  const outcome = has('altered') ? 'altered' : has('missing') ? 'incomplete' : 'whole';
  return { outcome, logs, findings, erased };
}

/** The verdict for a person: findings, a line for each log, and the conclusion last. */
export function printVerdict({ outcome, logs, findings, erased }: Verdict): string[] {
  const shown = findings.slice(0, FINDINGS_SHOWN).map(({ severity, logId, index, what }) => {
    const where = index === null ? `log ${logId}` : `log ${logId}, entry ${index}`;
    return `${severity}: ${where}: ${what}`;
  });
  if (findings.length > FINDINGS_SHOWN) shown.push(`and ${findings.length - FINDINGS_SHOWN} more`);
  const states = logs.map(
    ({ logId, entries, root }) => `log ${logId}: ${entries} entries, root ${root ?? 'unknown: entries are missing'}`,
  );
  const silences = logs
    // Of questions from shells there are hours without any.
    .filter(({ logId, silence }) => logId !== READINGS_LOG && silence.ms > SILENCE_MS)
    .map(
      ({ logId, silence: { index, ms, until } }) =>
        `log ${logId}: silent for ${Math.round(ms / 1_000)} s before entry ${index} of ${new Date(until).toISOString()}, its longest: no gateway ran or could record (one that runs records at least every ${HEARTBEAT_MS / 1_000} s)`,
    );
  const kept = logs
    .filter(({ retired }) => retired > 0)
    .map(({ logId, retired }) => `log ${logId}: its entries before ${retired} were retired by order`);
  const orders = erased === 0 ? [] : [`${erased} parts of sidecars were erased by order`];
  const entries = logs.reduce((sum, log) => sum + log.entries, 0);
  return [
    ...shown,
    ...states,
    ...silences,
    ...kept,
    ...orders,
    `ledger ${outcome}: ${entries} entries verified, ${findings.length} findings`,
  ];
}
