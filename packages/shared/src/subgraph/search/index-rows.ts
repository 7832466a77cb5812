import type { ClassType } from 'type-graphql';
import { sha256Of } from '../../brands.js';
import { InternalError } from '../../errors.js';
import type { RecordDeclaration } from '../record/record.js';
import { nameOf } from '../tables/sql-name.js';
import { APART_MAX } from './search-table.js';
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
    const rows = await run(
      `select to_jsonb(t) as content from ${nameOf(declared.table)} t
        where id = any($1::text[]) and to_jsonb(t) ->> 'withdrawn_at' is null`,
      [batch],
    );
    await writeWords(run, declared.name, batch, wordsIn(rows, record, declared));
  }
}

interface StoredWord {
  readonly field: string;
  readonly token: string;
  readonly id: string;
  readonly handling: number;
}

function wordsIn(rows: readonly object[], record: ClassType<object>, declared: RecordDeclaration): StoredWord[] {
  const words = rows.flatMap((row) => {
    const content = Reflect.get(row, 'content') as StoredRow;
    const { id, handling_id: handling } = content;
    return [...textsOf(record, declared, content)].flatMap(([field, texts]) =>
      [...new Set(texts.flatMap((text) => [...wordsOf(text)]))].map((token) => ({ field, token, id, handling })),
    );
  });
  // In the order of the index that has the most of them to take up.
  return words.toSorted((a, b) => (a.token < b.token ? -1 : a.token > b.token ? 1 : 0));
}

/** Words that were there and still are stay as they are: a change of a row is mostly one of few of them. */
async function writeWords(
  run: RunStatement,
  type: string,
  ids: readonly string[],
  words: readonly StoredWord[],
): Promise<void> {
  const given = [
    words.map(({ field }) => field),
    words.map(({ token }) => token),
    words.map(({ id }) => id),
    words.map(({ handling }) => handling),
  ];
  const rows = 'unnest($2::text[], $3::text[], $4::text[], $5::integer[]) w(field, token, record_id, handling_id)';
  await run(
    `delete from search_token t where t.record_id = any($1::text[]) and (t.field, t.token, t.record_id, t.handling_id) not in (select * from ${rows})`,
    [ids, ...given],
  );
  await allotPlaces(run, type, new Map(words.map(({ id, handling }) => [id, handling])));
  await run(
    `insert into search_token (type, field, token, record_id, handling_id, place)
     select $1, w.*, p.place from ${rows} join search_place p using (record_id, handling_id) on conflict do nothing`,
    [type, ...given],
  );
}

const ALLOT_TRIES_MAX = 16;
/** Places from which one is drawn for a single row: behind the last, and free among those before, so that two who write at once seldom want the same. */
const DRAWN_FROM = 64;

const PLACES_OF_MANY = `select w.handling_id, w.record_id,
    (select coalesce(max(p.place), -1) from search_place p where p.type = $1 and p.handling_id = w.handling_id)
      + row_number() over (partition by w.handling_id order by w.record_id) as place from wanting w`;
const PLACE_OF_ONE = `select w.handling_id, w.record_id, f.place from wanting w cross join lateral (
    select s.place from (select coalesce(max(p.place), -1) as last from search_place p where p.type = $1 and p.handling_id = w.handling_id) l
      cross join generate_series(greatest(0, l.last - ${DRAWN_FROM * 0.75}), l.last + ${DRAWN_FROM / 4}) s(place)
      where not exists (select from search_place p where p.type = $1 and p.handling_id = w.handling_id and p.place = s.place)
      order by random() limit 1) f`;

/** Gives each row a place among those of its kind and handling, which it keeps. */
async function allotPlaces(run: RunStatement, type: string, handlings: ReadonlyMap<string, number>): Promise<void> {
  if (handlings.size === 0) return;
  const given = [type, [...handlings.keys()], [...handlings.values()]];
  const wanting = `with wanting as (select r.* from unnest($2::text[], $3::integer[]) r(record_id, handling_id)
    where not exists (select from search_place p where p.record_id = r.record_id and p.handling_id = r.handling_id))`;
  for (let tries = 0; tries < ALLOT_TRIES_MAX; tries += 1) {
    const places = handlings.size === 1 && tries < ALLOT_TRIES_MAX / 2 ? PLACE_OF_ONE : PLACES_OF_MANY;
    // Another who writes may have taken a place meanwhile: then it is not taken twice, and drawn again.
    const [row] = await run(
      `${wanting}, taken as (insert into search_place (type, handling_id, place, record_id)
        select $1, n.handling_id, n.place, n.record_id from (${places}) n on conflict do nothing returning 1)
       select (select count(*) from wanting)::int - (select count(*) from taken)::int as left`,
      given,
    );
    if (row === undefined || Reflect.get(row, 'left') === 0) return;
  }
  throw new InternalError('INTERNAL', 'a record found no place among those of its handling');
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

/** Puts rows of lists together where an import has left many: it writes too many words for that to be done as it goes. */
export async function joinLists(run: RunStatement): Promise<void> {
  await run(
    `select join_list(l.type, l.token, l.handling_id, l.part, l.field) from (
       select type, token, handling_id, part, field from search_list group by 1, 2, 3, 4, 5 having count(*) > ${APART_MAX}) l`,
    [],
  );
}
