import type { EntryHold, ErasedPart, RetiredEntries } from '../entry.js';
import type { Finding } from './verdict.js';

/** An entry that places or lifts a legal hold, or that erases. */
export interface HoldEvent {
  readonly index: number;
  readonly hold: EntryHold | null;
  readonly erased: readonly ErasedPart[];
  readonly retired: RetiredEntries | null;
}

/**
 * Orders that took away what was held when they were given, told by the log alone. Of a hold of some of its entries it cannot be told here: which
 * read a record is what may have been erased.
 */
export function compareHolds(logId: number, events: readonly HoldEvent[]): Finding[] {
  const standing = new Map<string, EntryHold>();
  const findings: Finding[] = [];
  const isHeldBy = (hold: EntryHold, of: number, from: number, end: number): boolean =>
    !hold.isOfSome && hold.logId === of && hold.first < end && from < (hold.end ?? Number.POSITIVE_INFINITY);
  for (const { index, hold, erased, retired } of events) {
    if (hold?.step === 'PLACED') standing.set(hold.name, hold);
    if (hold?.step === 'LIFTED') standing.delete(hold.name);
    const taken = erased.map((part) => [part.logId, part.index, part.index + 1] as const);
    const ranges = retired === null ? taken : [...taken, [retired.logId, 0, retired.end] as const];
    const broken = [...standing.values()].find((each) =>
      ranges.some(([of, from, end]) => isHeldBy(each, of, from, end)),
    );
    if (broken === undefined) continue;
    findings.push({ severity: 'warning', logId, index, what: `it took away what was held by \`${broken.name}\`` });
  }
  return findings;
}
