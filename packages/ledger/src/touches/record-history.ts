import type pg from 'pg';
import { storedKey } from '../dictionary.js';
import type { LedgerReader, StoredEntry } from '../ledger-reader.js';
import { noteTouches } from './note-touches.js';

/** Of each surrogate of the record no more entries than are asked for, from the index alone: what all read has many. */
export const READINGS = `
select distinct touch.idx::float8 as idx from audit_subject as subject
 cross join lateral (
   select idx from audit_touch where surrogate = subject.surrogate and log_id = $2 and idx >= $3 order by idx limit $4
 ) as touch
 where subject.record_key = $1 order by 1 limit $4`;

/** The first page is short: it is what whoever asks waits for. */
const FIRST_PAGE = 100;
const FURTHER_PAGE = 1_000;

/** Of which entries is asked. */
export interface HistoryQuestion {
  readonly logId: number;
  /** Key of the record, `Report:rep_1`. */
  readonly record: string;
  /** Index from which on. */
  readonly from?: number;
}

/**
 * Indexes of the entries of a log that read a record, in pages, as far as the index of touches goes; none of a record that was erased, nor of an entry of which
 * that was.
 */
export async function* readingsOf(
  client: Pick<pg.ClientBase, 'query'>,
  { logId, record, from = 0 }: HistoryQuestion,
): AsyncGenerator<number[]> {
  let size = FIRST_PAGE;
  for (let next = from; ; size = FURTHER_PAGE) {
    const values = [storedKey(record), logId, next, size];
    const { rows } = await client.query<{ idx: number }>({ name: 'readings', text: READINGS, values });
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(({ idx }) => idx);
    if (rows.length < size) return;
    next = last.idx + 1;
  }
}

/** The entries of a log that read a record, a page at a time; `client` is no session of the reader, for it adds to the index what is not in it yet. */
export async function* entriesThatRead(
  reader: LedgerReader,
  client: Pick<pg.ClientBase, 'query'>,
  question: HistoryQuestion,
): AsyncGenerator<StoredEntry[]> {
  await noteTouches(client);
  for await (const indexes of readingsOf(client, question)) yield await reader.entriesAt(question.logId, indexes);
}
