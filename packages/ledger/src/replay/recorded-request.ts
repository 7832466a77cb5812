import type { Receipt } from '@chancery/shared/brands';
import type { AccessRow } from '../access-list.js';
import type { LedgerReader } from '../ledger-reader.js';
import { type Entry, parseAccessList, parseEntry } from '../parse-entry.js';

/** A text that an entry names by digest; null when it is not, or no longer, in its table. */
export interface NamedText {
  readonly digest: string;
  readonly text: string | null;
}

/** One line of what an entry says was decided. */
export interface RecordedAccess {
  readonly coordinate: string;
  /** Null for what was decided without a record. */
  readonly handling: NamedText | null;
  readonly count: number;
  /** A, W, H or I. */
  readonly decision: string;
  readonly rules: readonly string[];
  readonly acts: readonly string[];
}

/** An entry with all that it names: what is needed to decide again what it recorded. */
export interface RecordedRequest {
  readonly receipt: Receipt;
  readonly kind: string;
  /** Code of a request that failed as a whole. */
  readonly failure: string | null;
  readonly operation: string | null;
  readonly now: number;
  readonly policy: string;
  readonly schema: string;
  readonly profile: NamedText | null;
  readonly snapshot: (NamedText & { readonly number: number }) | null;
  readonly access: readonly RecordedAccess[];
  /** The list was too long for the entry, and has been erased: `access` holds totals. */
  readonly isListErased: boolean;
}

/** Finds the entry of a receipt; null when no log has it. */
export async function findRecordedRequest(reader: LedgerReader, receipt: Receipt): Promise<RecordedRequest | null> {
  for (const { logId } of await reader.heads()) {
    for await (const page of reader.entries(logId)) {
      for (const { index, leaf } of page) {
        if (!leaf.includes(receipt)) continue;
        const entry = parseEntry(leaf);
        // A receipt may stand in the words of another entry.
        if (entry.receipt === receipt) return resolve(reader, logId, index, entry);
      }
    }
  }
  return null;
}

async function resolve(reader: LedgerReader, logId: number, index: number, entry: Entry): Promise<RecordedRequest> {
  const list = entry.accessList === undefined ? entry.access : await readList(reader, logId, index);
  const rows = list ?? entry.access;
  const digests = rows.flatMap(([, digest]) => (digest === null ? [] : [digest]));
  const handlings = await reader.texts('audit_handling', digests);
  return {
    receipt: entry.receipt,
    kind: entry.kind,
    failure: entry.status_code ?? null,
    operation: entry.api.operation,
    now: entry.now,
    policy: entry.policy,
    schema: entry.schema,
    profile: entry.profile === null ? null : await namedText(reader, 'audit_profile', entry.profile),
    snapshot: await snapshotOf(reader, entry),
    access: rows.map((row) => accessOf(row, handlings)),
    isListErased: list === null,
  };
}

async function readList(reader: LedgerReader, logId: number, index: number): Promise<readonly AccessRow[] | null> {
  const parts = await reader.sidecars(logId, index, index);
  const list = parts.find(({ part }) => part === 'access');
  return list === undefined ? null : parseAccessList(list.blob);
}

async function namedText(
  reader: LedgerReader,
  table: 'audit_profile' | 'audit_snapshot',
  digest: string,
): Promise<NamedText> {
  const texts = await reader.texts(table, [digest]);
  return { digest, text: texts.get(digest) ?? null };
}

async function snapshotOf(reader: LedgerReader, { snapshot }: Entry): Promise<RecordedRequest['snapshot']> {
  if (snapshot === null) return null;
  const [number, digest] = snapshot;
  return { number, ...(await namedText(reader, 'audit_snapshot', digest)) };
}

function accessOf(row: AccessRow, handlings: ReadonlyMap<string, string>): RecordedAccess {
  const [coordinate, digest, count, decision, rules, acts = []] = row;
  const handling = digest === null ? null : { digest, text: handlings.get(digest) ?? null };
  return { coordinate, handling, count, decision, rules, acts };
}
