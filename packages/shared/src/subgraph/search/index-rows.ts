import type { ClassType } from 'type-graphql';
import { sha256Of } from '../../brands.js';
import { nameOf } from '../tables/sql-name.js';
import { wordsOf } from './search-words.js';
import { searchedFieldsOf, searchedRecordOf, textsOf } from './searched-fields.js';

/** Runs a statement in the transaction that writes the rows, and gives what it returns. */
export type RunStatement = (text: string, values: unknown[]) => Promise<readonly object[]>;

/** Rows whose words are kept at a time. */
const BATCH = 1_000;
/** Another one when words are made in another way, so that all are made again. */
const WORDS_VERSION = 1;

interface StoredRow {
  readonly id: string;
  readonly handling_id: number;
  readonly [column: string]: unknown;
}

/** Makes the words of some rows what the rows now say, in the transaction that wrote them; a row that is withdrawn has none. */
export async function indexRows(run: RunStatement, record: ClassType<object>, ids: readonly string[]): Promise<void> {
  const declared = searchedRecordOf(record);
  if (declared === null) return;
  // In the order of ids, as words are read: then the pages of the table are read in their order, too.
  const inOrder = ids.toSorted();
  for (let start = 0; start < inOrder.length; start += BATCH) {
    const batch = inOrder.slice(start, start + BATCH);
    await run('delete from search_token where record_id = any($1::text[])', [batch]);
    const rows = await run(
      `select to_jsonb(t) as content from ${nameOf(declared.table)} t
        where id = any($1::text[]) and to_jsonb(t) ->> 'withdrawn_at' is null`,
      [batch],
    );
    const words = rows.flatMap((row) => {
      const content = Reflect.get(row, 'content') as StoredRow;
      return [...textsOf(record, declared, content)].flatMap(([field, texts]) =>
        [...new Set(texts.flatMap((text) => [...wordsOf(text)]))].map((token) => ({ field, token, content })),
      );
    });
    // In the order of the index that has the most of them to take up.
    words.sort((a, b) => (a.token < b.token ? -1 : a.token > b.token ? 1 : 0));
    await run(
      `insert into search_token (type, field, token, record_id, handling_id)
       select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::integer[])`,
      [
        declared.name,
        words.map(({ field }) => field),
        words.map(({ token }) => token),
        words.map(({ content }) => content.id),
        words.map(({ content }) => content.handling_id),
      ],
    );
  }
}

/**
 * Makes the words of all rows again of each record of which other fields are searched than before, or whose words are made in
 * another way. Run by the owner before anything is imported, which keeps the words of what it changes.
 */
export async function keepIndexed(
  run: RunStatement,
  aggregates: readonly { readonly record: ClassType<object> }[],
): Promise<void> {
  const kept = new Map(
    (await run('select type, digest from search_state', [])).map((row) => [
      String(Reflect.get(row, 'type')),
      Reflect.get(row, 'digest'),
    ]),
  );
  for (const { record } of aggregates) {
    const declared = searchedRecordOf(record);
    if (declared === null) continue;
    const digest = sha256Of(JSON.stringify([WORDS_VERSION, searchedFieldsOf(declared)]));
    if (kept.get(declared.name) === digest) continue;
    const rows = await run(`select id from ${nameOf(declared.table)}`, []);
    await indexRows(
      run,
      record,
      rows.map((row) => String(Reflect.get(row, 'id'))),
    );
    await run('insert into search_state values ($1, $2) on conflict (type) do update set digest = excluded.digest', [
      declared.name,
      digest,
    ]);
  }
}
