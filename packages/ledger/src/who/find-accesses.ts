import type { Receipt } from '@chancery/shared/brands';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import type pg from 'pg';
import type { AccessRow } from '../access-list.js';
import { type FollowedEntry, readStored, resolveEntries } from '../follow-entries.js';
import type { LedgerReader, StoredEntry } from '../ledger-reader.js';
import type { Entry } from '../parse-entry.js';
import { entriesThatRead } from '../touches/record-history.js';
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
export async function* findAccesses(
  reader: LedgerReader,
  client: Pick<pg.ClientBase, 'query'>,
  question: WhoQuestion,
): AsyncGenerator<FoundAccess[]> {
  const { record } = question;
  for (const { logId } of await reader.heads()) {
    const pages = record === null ? reader.entries(logId) : entriesThatRead(reader, client, { logId, record });
    for await (const page of pages) yield await findOnPage(reader, logId, page, question);
  }
}

async function findOnPage(
  reader: LedgerReader,
  logId: number,
  page: readonly StoredEntry[],
  question: WhoQuestion,
): Promise<FoundAccess[]> {
  const asked = page.map(readStored).filter(({ entry }) => isAsked(entry, question));
  const resolved = await resolveEntries(reader, logId, asked);
  return resolved
    .filter((followed) => question.askedBy === null || followed.asked.includes(question.askedBy))
    .flatMap((followed) =>
      followed.access
        .filter((row) => (question.field ?? row[0]) === row[0] && (question.decision ?? row[3]) === row[3])
        .map((row) => foundOf(followed, row)),
    )
    .filter(({ missions }) => question.post === null || missions.some((mission) => mission === question.post));
}

function isAsked({ time, actor, receipt }: Entry, { since, until, agency, receipt: asked }: WhoQuestion): boolean {
  if (actor === null) return false;
  if (since !== null && time < since) return false;
  if (until !== null && time >= until) return false;
  return (agency ?? actor.agency) === actor.agency && (asked ?? receipt) === receipt;
}

function foundOf({ entry, handlings, asked }: FollowedEntry, row: AccessRow): FoundAccess {
  const [coordinate, digest, count, decision, rules, acts] = row;
  const handling = handlings.get(digest ?? '') ?? null;
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
    asked,
    stated: basis.stated ?? null,
    handling,
    receipt: entry.receipt,
  };
}
