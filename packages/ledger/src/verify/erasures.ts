import type { ErasedPart } from '../entry.js';
import type { LedgerReader } from '../ledger-reader.js';
import type { Finding } from './verdict.js';

const keyOf = ({ logId, index, part }: ErasedPart): string => `${logId}/${index}/${part}`;

/** A part that is not there is missing, unless an entry says that it was erased; one that was erased and is there was not. */
export async function compareErasures(
  reader: LedgerReader,
  absent: readonly ErasedPart[],
  erased: readonly ErasedPart[],
): Promise<Finding[]> {
  const orders = new Set(erased.map(keyOf));
  const gone = new Set(absent.map(keyOf));
  const findings: Finding[] = absent
    .filter((part) => !orders.has(keyOf(part)))
    .map(({ logId, index, part }) => ({
      severity: 'missing',
      logId,
      index,
      what: `its sidecar \`${part}\` is not there`,
    }));
  for (const part of erased.filter((each) => !gone.has(keyOf(each)))) {
    const { logId, index } = part;
    const stored = await reader.sidecars(logId, index, index);
    if (!stored.some((each) => each.part === part.part)) continue;
    const what = `its sidecar \`${part.part}\` was to be erased, and is there`;
    findings.push({ severity: 'warning', logId, index, what });
  }
  return findings;
}
