import type { RetiredEntries } from '../entry.js';
import type { LedgerReader, StoredRetirement } from '../ledger-reader.js';
import { type Edge, EMPTY_EDGE, parseEdge, rootOf } from '../tree.js';
import type { Finding } from './verdict.js';

/** Where the kept entries of a log begin, and the edge of the tree there; null where what is left of the others is torn. */
export function beginOf(retired: StoredRetirement | null): { readonly from: number; readonly edge: Edge | null } {
  if (retired === null) return { from: 0, edge: EMPTY_EDGE };
  try {
    return { from: retired.end, edge: parseEdge(retired.end, retired.peaks) };
  } catch {
    return { from: retired.end, edge: null };
  }
}

/** An order to retire, and where its entry stands. */
export type RetirementOrder = RetiredEntries & { readonly index: number };

/** Entries are gone by order where an entry of their log says so, with the root that they gave; otherwise they were taken away. */
export async function compareRetirement(
  reader: LedgerReader,
  logId: number,
  { retired, orders }: { readonly retired: StoredRetirement | null; readonly orders: readonly RetirementOrder[] },
): Promise<Finding[]> {
  const find = (severity: Finding['severity'], what: string): Finding => ({ severity, logId, index: null, what });
  const { from, edge } = beginOf(retired);
  const own = orders.filter((order) => order.logId === logId);
  const findings = own
    .filter(({ end }) => end > from)
    .map(({ end }) => find('warning', `its entries before ${end} were to be retired, and are there: run it again`));
  if (retired === null) return findings;
  const order = own.find(({ end, index }) => end === from && index === retired.entry);
  if (order === undefined) {
    findings.push(
      find('missing', `its entries before ${from} are not there, and no entry says that they were retired`),
    );
  } else if (edge === null || rootOf(edge).toString('base64') !== order.root) {
    findings.push(find('altered', `what is left of its entries before ${from} is not what their retirement says`));
  }
  const left = await reader.entriesBefore(logId, from);
  if (left > 0)
    findings.push(find('warning', `${left} entries before ${from} were retired, and are there: run it again`));
  return findings;
}
