import { openLedgerReader } from '@chancery/ledger/ledger-reader';
import { noteTouches } from '@chancery/ledger/touches/note-touches';
import { READINGS, readingsOf } from '@chancery/ledger/touches/record-history';
import { withConnection } from '@chancery/shared/postgres/connect';
import type { DatabaseUrls } from '@chancery/shared/postgres/provision';
import { median } from '../measure.js';

/** A session of the database. */
type Session = Parameters<Parameters<typeof withConnection>[1]>[0];

const ENTRIES = 200_000;
const RECORDS = 300_000;
/** Of each entry; the last is of a record that every second entry read, under a new surrogate every 1,000. */
const LEAF_BYTES = 1_100;
const TIMES = 9;
const US = 1_000;

const surrogate = (text: string): string =>
  `translate(encode(substring(sha256((${text})::text::bytea) for 9), 'base64'), '+/', '-_')`;

/** What is asked: a record that few read, one that half of all entries read, and one that nobody did. */
const QUESTIONS: readonly (readonly [name: string, record: string])[] = [
  ['read by one entry in 2,000', 'Report:17'],
  ['read by every second entry, 200 surrogates', 'Report:hot'],
  ['never read', 'Report:none'],
];

/** The history of a record over so many touches, made by SQL in a ledger of its own. */
export async function benchHistory(urls: DatabaseUrls, touches: number): Promise<string> {
  const each = Math.max(1, Math.round(touches / ENTRIES));
  const filled = performance.now();
  await withConnection(urls.ownerUrl, (owner) => fill(owner, each));
  const [seconds, sizes] = [(performance.now() - filled) / US, await withConnection(urls.ownerUrl, sizesOf)];
  const lines: string[] = [];
  const reader = await openLedgerReader(urls.loaderUrl);
  await withConnection(urls.loaderUrl, async (client) => {
    for (const [name, record] of QUESTIONS) {
      const [first, ...others] = await timesOf(TIMES, () => firstPage(client, record));
      const [, ...whole] = await timesOf(TIMES, async () => reader.entriesAt(1, await firstPage(client, record)));
      const found = await firstPage(client, record);
      const buffers = await buffersOf(client, record);
      lines.push(
        `| ${name} | ${found.length} | ${ms(first ?? 0)} | ${ms(median(others))} | ${buffers} | ${ms(median(whole))} |`,
      );
    }
  });
  await reader.close();
  return [
    `${(ENTRIES * each).toLocaleString('en')} touches of ${ENTRIES.toLocaleString('en')} entries and ${RECORDS.toLocaleString('en')} records (${sizes}), made in ${seconds.toFixed(0)} s.`,
    '',
    '| record | entries of its first page | ms, cold | ms, median of the rest | buffers | ms with the bytes of the entries |',
    '|---|---|---|---|---|---|',
    ...lines,
    '',
    await keepingUp(urls, each),
  ].join('\n');
}

const ms = (time: number): string => time.toFixed(2);

async function firstPage(client: Session, record: string): Promise<number[]> {
  for await (const page of readingsOf(client, { logId: 1, record })) return page;
  return [];
}

async function timesOf(times: number, run: () => Promise<unknown>): Promise<number[]> {
  const found: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const from = performance.now();
    await run();
    found.push(performance.now() - from);
  }
  return found;
}

async function buffersOf(client: Session, record: string): Promise<number> {
  const text = READINGS.replaceAll('$1', `'${record}'`).replace('$2', '1').replace('$3', '0').replaceAll('$4', '100');
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (analyze, buffers) ${text}`);
  const [, hit = '0', , read = '0'] =
    /shared hit=(\d+)( read=(\d+))?/.exec(rows.map((row) => row['QUERY PLAN']).join('\n')) ?? [];
  return Number(hit) + Number(read);
}

async function fill(owner: Session, each: number): Promise<void> {
  await owner.query(`set maintenance_work_mem = '512MB'; set synchronous_commit = off`);
  await owner.query(
    `insert into audit_subject select ${surrogate('r')}, 'Report:' || r from generate_series(0, ${RECORDS - 1}) r`,
  );
  await owner.query(
    `insert into audit_subject select ${surrogate(`'hot' || r`)}, 'Report:hot' from generate_series(0, ${ENTRIES / 1_000 - 1}) r`,
  );
  await owner.query(
    `insert into audit_entry select 1, n, repeat('x', ${LEAF_BYTES}) from generate_series(0, ${ENTRIES - 1}) n`,
  );
  await owner.query('alter table audit_touch drop constraint audit_touch_pkey; drop index audit_touch_of_entry');
  // As it grows, in the order of the entries.
  await owner.query(
    `insert into audit_touch
     select case when k = 0 and e % 2 = 0 then ${surrogate(`'hot' || e / 1000`)} else ${surrogate(`(e::bigint * ${each} + k) % ${RECORDS}`)} end, 1, e
       from generate_series(0, ${ENTRIES - 1}) e, generate_series(0, ${each - 1}) k`,
  );
  await owner.query(`alter table audit_touch add primary key (surrogate, log_id, idx);
    create index audit_touch_of_entry on audit_touch using brin (idx) with (pages_per_range = 16)`);
  await owner.query('vacuum (analyze) audit_touch, audit_subject, audit_entry');
}

async function sizesOf(owner: Session): Promise<string> {
  const { rows } = await owner.query<{ rows: string; pkey: string }>(
    `select pg_size_pretty(pg_table_size('audit_touch')) as rows, pg_size_pretty(pg_relation_size('audit_touch_pkey')) as pkey`,
  );
  return `${rows[0]?.rows}, their index ${rows[0]?.pkey}`;
}

const ADDED = 2_000;

/** Bringing the index up to some entries more, when it is as large as that. */
async function keepingUp(urls: DatabaseUrls, each: number): Promise<string> {
  await withConnection(urls.ownerUrl, async (owner) => {
    await owner.query(`update audit_head set size = ${ENTRIES + ADDED}, peaks = '' where log_id = 1`);
    await owner.query(`insert into audit_touched values (1, ${ENTRIES})`);
    await owner.query(
      `insert into audit_sidecar select 1, e, 'records', sha256(''), (
         select json_agg(${surrogate(`(e::bigint * 7919 + k * 104729) % ${RECORDS}`)})::text from generate_series(1, ${each}) k)
         from generate_series(${ENTRIES}, ${ENTRIES + ADDED - 1}) e`,
    );
  });
  const from = performance.now();
  await withConnection(urls.loaderUrl, noteTouches);
  const seconds = (performance.now() - from) / US;
  return `Bringing it up to ${ADDED.toLocaleString('en')} entries more, ${ADDED * each} touches: ${seconds.toFixed(2)} s, ${((seconds * US * US) / (ADDED * each)).toFixed(1)} µs each.`;
}
