import type { EntryPlace, HistoryPage, HistoryQuestion, RecordReading } from '@chancery/shared/history/history-wire';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { recordMarksOf } from '@chancery/shared/labels/record-marks';
import { withConnection } from '@chancery/shared/postgres/connect';
import type pg from 'pg';
import { ACCESS_DECISIONS } from '../entry.js';
import { type FollowedEntry, readStored, resolveEntries } from '../follow-entries.js';
import { openLedgerReader } from '../ledger-reader.js';
import { noteTouches } from './note-touches.js';
import { readingsOf } from './record-history.js';

/** Which entries read a record, a page of them in the order of the logs, with what each says of records like it. */
export async function toldOfRecord(readerUrl: string, question: HistoryQuestion): Promise<HistoryPage> {
  return withConnection(readerUrl, async (client) => {
    await noteTouches(client);
    const places = await placesOf(client, question);
    const [told, beyond = null] = [places.slice(0, question.limit), places[question.limit]];
    return { readings: await readAt(readerUrl, told, question), next: beyond, mayLack: await mayLack(client) };
  });
}

/** One more than is asked for, where there are so many. */
async function placesOf(client: Pick<pg.ClientBase, 'query'>, question: HistoryQuestion): Promise<EntryPlace[]> {
  const { record, from, limit } = question;
  const { rows: logs } = await client.query<{ log_id: number }>(
    'select log_id from audit_head where log_id >= $1 order by log_id',
    [from?.logId ?? 0],
  );
  const places: EntryPlace[] = [];
  for (const { log_id: logId } of logs) {
    const first = from?.logId === logId ? from.index : 0;
    for await (const page of readingsOf(client, { logId, record, from: first })) {
      places.push(...page.map((index) => ({ logId, index })));
      if (places.length > limit) return places;
    }
  }
  return places;
}

async function readAt(
  readerUrl: string,
  places: readonly EntryPlace[],
  question: HistoryQuestion,
): Promise<RecordReading[]> {
  const reader = await openLedgerReader(readerUrl);
  try {
    const found: RecordReading[] = [];
    for (const logId of new Set(places.map((place) => place.logId))) {
      const indexes = places.filter((place) => place.logId === logId).map(({ index }) => index);
      const stored = await reader.entriesAt(logId, indexes);
      const followed = await resolveEntries(reader, logId, stored.map(readStored));
      found.push(...followed.flatMap((entry) => readingOf(entry, question)));
    }
    return found;
  } finally {
    await reader.close();
  }
}

/** None of an entry that is nobody's request. */
function readingOf(
  { logId, index, entry, access, handlings }: FollowedEntry,
  question: HistoryQuestion,
): RecordReading[] {
  const { time, kind, receipt, actor, basis } = entry;
  if (actor === null) return [];
  const of = `${question.record.slice(0, question.record.indexOf(':'))}.`;
  const accesses = access.flatMap(([coordinate, digest, count, decision, rules, acts]) => {
    const handling = handlings.get(digest ?? '');
    if (handling === undefined || !(coordinate === 'EXISTENCE' || coordinate.startsWith(of))) return [];
    if (recordMarksOf(parseHandling(handling)) !== question.marks) return [];
    const letter = ACCESS_DECISIONS.find((each) => each === decision);
    if (letter === undefined) return [];
    return [{ coordinate, handling, decision: letter, count, rules: [...rules], acts: [...(acts ?? [])] }];
  });
  const who = { agency: actor.agency, represents: actor.represents, subject: actor.uid };
  return [{ place: { logId, index }, time, kind, receipt, ...who, purpose: basis.purpose, accesses }];
}

async function mayLack(client: Pick<pg.ClientBase, 'query'>): Promise<boolean> {
  const { rows } = await client.query<{ lacks: boolean }>(
    'select exists (select from audit_erasure) or exists (select from audit_retired) as lacks',
  );
  return rows[0]?.lacks === true;
}
