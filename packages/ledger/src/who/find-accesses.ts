import type { Receipt } from '@chancery/shared/brands';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import type { AccessRow } from '../access-list.js';
import type { LedgerReader, StoredEntry } from '../ledger-reader.js';
import { type Entry, parseAccessList, parseEntry } from '../parse-entry.js';
import type { WhoQuestion } from './question.js';

/** One coordinate under one handling in one answer, with who received it or was refused. */
export interface FoundAccess {
  readonly time: string;
  readonly decision: 'ALLOWED' | 'WITHHELD' | 'HIDDEN' | 'INTERNAL';
  readonly coordinate: string;
  readonly count: number;
  /** Register keys of the missions that the record concerned. */
  readonly missions: readonly string[];
  readonly agency: string;
  readonly represents: string;
  /** Pseudonym of the person. */
  readonly subject: string;
  readonly clearances: Readonly<Record<string, number>>;
  readonly purpose: string;
  readonly case: string | null;
  readonly rules: readonly string[];
  readonly acts: readonly string[];
  /** Schema coordinates of the arguments and input fields that the operation gave, filters and orders among them. */
  readonly asked: readonly string[];
  /** On what the operation rests in the words of the trust agreement that lists it. */
  readonly stated: string | null;
  /** Canonical handling of the records. */
  readonly handling: string | null;
  readonly receipt: Receipt;
}

const DECISIONS = { A: 'ALLOWED', W: 'WITHHELD', H: 'HIDDEN', I: 'INTERNAL' } as const;

/** Every access that a question asks for, in the order of the log. */
export async function* findAccesses(reader: LedgerReader, question: WhoQuestion): AsyncGenerator<FoundAccess[]> {
  for (const { logId } of await reader.heads()) {
    for await (const page of reader.entries(logId)) yield await findOnPage(reader, logId, page, question);
  }
}

async function findOnPage(
  reader: LedgerReader,
  logId: number,
  page: readonly StoredEntry[],
  question: WhoQuestion,
): Promise<FoundAccess[]> {
  const asked = page
    .map(({ index, leaf }) => ({ index, entry: parseEntry(leaf) }))
    .filter(({ entry }) => isAsked(entry, question));
  const askedBy = await readAskedBy(reader, asked);
  const listed = await readLists(reader, logId, asked);
  const rows = asked.flatMap(({ index, entry }) =>
    (listed.get(index) ?? entry.access)
      .filter((row) => (question.field ?? row[0]) === row[0] && (question.decision ?? row[3]) === row[3])
      .map((row) => ({ entry, row })),
  );
  const digests = new Set(rows.flatMap(({ row: [, digest] }) => (digest === null ? [] : [digest])));
  const texts = await reader.texts('audit_handling', [...digests]);
  return rows
    .map(({ entry, row }) => foundOf(entry, row, { texts, askedBy }))
    .filter(({ missions }) => question.post === null || missions.some((mission) => mission === question.post))
    .filter(({ asked: by }) => question.askedBy === null || by.includes(question.askedBy));
}

function isAsked({ time, actor, receipt }: Entry, { since, until, agency, receipt: asked }: WhoQuestion): boolean {
  if (actor === null) return false;
  if (since !== null && time < since) return false;
  if (until !== null && time >= until) return false;
  return (agency ?? actor.agency) === actor.agency && (asked ?? receipt) === receipt;
}

/** What operations were asked by, by the digest of it. */
async function readAskedBy(
  reader: LedgerReader,
  asked: readonly { readonly entry: Entry }[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const digests = new Set(asked.flatMap(({ entry: { api } }) => api.asked ?? []));
  const texts = digests.size === 0 ? [] : await reader.texts('audit_asked', [...digests]);
  return new Map(Array.from(texts, ([digest, text]) => [digest, text.split(' ')]));
}

/** The whole lists of entries that had no room for theirs; one that was erased is told by its totals alone. */
async function readLists(
  reader: LedgerReader,
  logId: number,
  asked: readonly { readonly index: number; readonly entry: Entry }[],
): Promise<ReadonlyMap<number, readonly AccessRow[]>> {
  const folded = asked.filter(({ entry }) => entry.accessList !== undefined).map(({ index }) => index);
  const lists = new Map<number, readonly AccessRow[]>();
  const [first] = folded;
  const last = folded.at(-1);
  if (first === undefined || last === undefined) return lists;
  const wanted = new Set(folded);
  for (const { index, part, blob } of await reader.sidecars(logId, first, last)) {
    if (part === 'access' && wanted.has(index)) lists.set(index, parseAccessList(blob));
  }
  return lists;
}

/** What the digests of a page of entries stand for. */
interface Resolved {
  readonly texts: ReadonlyMap<string, string>;
  readonly askedBy: ReadonlyMap<string, readonly string[]>;
}

function foundOf(entry: Entry, row: AccessRow, { texts, askedBy }: Resolved): FoundAccess {
  const [coordinate, digest, count, decision, rules, acts] = row;
  const handling = texts.get(digest ?? '') ?? null;
  const { actor, basis } = entry;
  return {
    time: new Date(entry.time).toISOString(),
    decision: DECISIONS[decision as keyof typeof DECISIONS],
    coordinate,
    count,
    missions: handling === null ? [] : parseHandling(handling).record.missions,
    agency: actor?.agency ?? '',
    represents: actor?.represents ?? '',
    subject: actor?.uid ?? '',
    clearances: actor?.clearances ?? {},
    purpose: basis.purpose ?? '',
    case: basis.case,
    rules,
    acts: acts ?? [],
    asked: askedBy.get(entry.api.asked ?? '') ?? [],
    stated: basis.stated ?? null,
    handling,
    receipt: entry.receipt,
  };
}
