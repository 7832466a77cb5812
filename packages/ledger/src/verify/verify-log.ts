import type { ErasedPart } from '../entry.js';
import { type DictionaryTable, type LedgerReader, type StoredHead } from '../ledger-reader.js';
import { type Edge, EMPTY_EDGE, printPeaks, rootOf } from '../tree.js';
import type { RangeResult, Silence } from './check-range.js';
import { checkRanges, joinEdges, type LedgerState, rangesOf } from './check-ranges.js';
import type { Claim } from './claims.js';
import { compareHolds } from './holds.js';
import { resolveDigests } from './resolve-digests.js';
import { beginOf, compareRetirement } from './retirements.js';
import type { Finding, VerifiedLog } from './verdict.js';

/** By how much an entry may be older than one before it: it waits to be durable, and writers have clocks of their own. */
const APART_MAX_MS = 5_000;

/** One log as it was found, and what its entries say of sidecars that are not there. */
export interface Verified {
  readonly log: VerifiedLog;
  readonly findings: readonly Finding[];
  readonly absent: readonly ErasedPart[];
  readonly erased: readonly ErasedPart[];
}

/** Checks one log from its stored bytes: its tree against head and claims, and what entries commit to and name. */
export async function verifyLog(
  reader: LedgerReader,
  state: LedgerState,
  {
    head,
    claims,
    report,
  }: { readonly head: StoredHead; readonly claims: readonly Claim[]; readonly report: (line: string) => void },
): Promise<Verified> {
  const { logId, size } = head;
  const retired = await reader.retired(logId);
  const begin = beginOf(retired);
  const marks = claims.map((claim) => claim.size);
  const tasks = rangesOf(logId, size, marks, begin.from);
  let read = 0;
  const ranges = await checkRanges(state, tasks, (entries) => {
    read += entries;
    report(`log ${logId}: ${read} of ${size} entries read`);
  });
  const find = (severity: Finding['severity'], index: number | null, what: string): Finding => ({
    severity,
    logId,
    index,
    what,
  });
  const tree = joinRanges(ranges, begin);
  const beyond = await reader.entriesFrom(logId, size);
  const findings = [
    ...(beyond > 0 ? [find('altered', size, `the head ends before it, and ${beyond} entries stand there`)] : []),
    ...compareWithClaims(claims, head, tree, find),
    ...compareWithHead(head, tree, find),
    ...ranges.flatMap((range) => range.findings),
    ...compareTimes(ranges, find),
    ...(await compareRetirement(reader, logId, { retired, orders: ranges.flatMap((range) => range.retired) })),
    ...compareHolds(
      logId,
      ranges.flatMap((range) => range.holds),
    ),
    ...(await resolveNames(reader, logId, ranges)),
  ];
  const root = tree.read === null ? null : rootOf(tree.read).toString('hex');
  return {
    log: {
      logId,
      entries: ranges.reduce((sum, { entries }) => sum + entries, beyond),
      root,
      retired: begin.from,
      silence: longestSilence(ranges),
    },
    findings,
    absent: ranges.flatMap(({ absent }) => absent),
    erased: ranges.flatMap(({ erased }) => erased),
  };
}

type Find = (severity: Finding['severity'], index: number | null, what: string) => Finding;

interface Joined {
  /** Index of the first entry that is kept. */
  readonly from: number;
  readonly read: Edge | null;
  readonly stored: Edge | null;
  readonly suspects: readonly number[];
  /** Edges at the sizes of which something is claimed, as far as they are known. */
  readonly edgesAt: ReadonlyMap<number, Edge>;
}

function joinRanges(ranges: readonly RangeResult[], { from, edge }: ReturnType<typeof beginOf>): Joined {
  let read = edge;
  let stored = edge;
  const edgesAt = new Map<number, Edge>([[0, EMPTY_EDGE]]);
  if (edge !== null) edgesAt.set(from, edge);
  for (const range of ranges) {
    for (const { size, edge: within } of range.marks) {
      const at = joinEdges(read, within);
      if (at !== null) edgesAt.set(size, at);
    }
    read = joinEdges(read, range.read);
    stored = joinEdges(stored, range.stored);
  }
  return { from, read, stored, suspects: ranges.flatMap(({ suspects }) => suspects), edgesAt };
}

function compareWithClaims(
  claims: readonly Claim[],
  head: StoredHead,
  { edgesAt, from }: Joined,
  find: Find,
): Finding[] {
  return claims.flatMap(({ size, root, by }) => {
    if (size > head.size) {
      return [
        find('missing', head.size, `${by} has ${size - head.size} more: the database was put back to an older state`),
      ];
    }
    if (size > 0 && size < from) {
      return [
        find('warning', null, `${by} is of ${size} entries, and those before ${from} were retired since: not compared`),
      ];
    }
    const edge = edgesAt.get(size);
    if (edge === undefined || rootOf(edge).equals(root)) return [];
    return [find('altered', null, `its first ${size} entries are not those of ${by}`)];
  });
}

function compareWithHead(head: StoredHead, { read, stored, suspects }: Joined, find: Find): Finding[] {
  const matches = (edge: Edge | null): boolean => edge?.size === head.size && printPeaks(edge).equals(head.peaks);
  if (matches(read))
    return suspects.map((index) => find('altered', index, 'its stored leaf hash was altered, the entry was not'));
  if (suspects.length > 0 && matches(stored)) {
    return suspects.map((index) => find('altered', index, 'its bytes are not those that were logged'));
  }
  if (read === null) return [];
  return [
    find('altered', null, 'the entries do not give the root of the head, and the stored leaf hashes do not tell which'),
  ];
}

function compareTimes(ranges: readonly RangeResult[], find: Find): Finding[] {
  let latest = 0;
  for (const { earliest, latest: end } of ranges) {
    const most = Math.max(latest, end);
    if (earliest !== null && earliest.time < latest - APART_MAX_MS) {
      return [find('warning', earliest.index, `it is more than ${APART_MAX_MS / 1_000} s older than one before it`)];
    }
    latest = most;
  }
  return [];
}

function longestSilence(ranges: readonly RangeResult[]): Silence {
  let longest: Silence = { index: 0, ms: 0, until: 0 };
  let latest = 0;
  for (const { first, begins, silence, latest: end } of ranges) {
    const before = latest === 0 || begins === 0 ? 0 : begins - latest;
    for (const each of [{ index: first, ms: before, until: begins }, silence]) if (each.ms > longest.ms) longest = each;
    latest = Math.max(latest, end);
  }
  return longest;
}

async function resolveNames(reader: LedgerReader, logId: number, ranges: readonly RangeResult[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const table of [
    'audit_handling',
    'audit_profile',
    'audit_snapshot',
    'audit_asked',
  ] as const satisfies DictionaryTable[]) {
    const named = new Map<string, number>();
    for (const range of ranges)
      for (const [digest, index] of range.named[table]) if (!named.has(digest)) named.set(digest, index);
    findings.push(...(await resolveDigests(reader, { logId, table, named })));
  }
  return findings;
}
