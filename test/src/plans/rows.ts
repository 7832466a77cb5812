import { MIGRATIONS } from '@chancery/incidents/migrations';
import { withConnection } from '@chancery/shared/postgres/connect';
import { migrate } from '@chancery/shared/postgres/migrate';

/** How large the database is. */
export interface Size {
  readonly rows: number;
  readonly handlings: number;
  readonly posts: number;
  /** Left out, rows have words to be searched for. */
  readonly isSearched?: boolean;
}

/** What of a row decides who sees it and where it stands. */
export interface Incident {
  readonly id: string;
  readonly handling: number;
  readonly type: string;
  readonly occurredOn: string;
  readonly fatalities: number | null;
  readonly reference: string;
  readonly city: string;
  readonly mission: string;
  /** Of the post that it leads to. */
  readonly missionHandling: number;
}

const TYPES = [
  'ARSON',
  'BOMBING',
  'FIRE',
  'KIDNAPPING',
  'CIVIL_UNREST',
  'CYBER_INTRUSION',
  'ARMED_ASSAULT',
  'EVACUATION',
  'ASSASSINATION',
  'DRONE_ATTACK',
];
const DAYS = 11_000;

/** An id, at random and the same in every run: hexadecimal digits are digits of Crockford's base 32 too. */
const idSql = (prefix: string, seed: string): string => `'${prefix}_' || substr(md5(${seed}), 1, 26)`;

/** Handlings are allotted at random among the rows: who sees few of them sees rows everywhere. */
const HANDLING = `(hashint4(n) & 2147483647) % $2`;

const LOAD = `insert into incident (id, handling_id, synthetic, reference, type, occurred_on, city, sending_state, receiving_state, site_kind,
    fatalities, summary, legal_rules, status, mission_id)
  select ${idSql('inc', `'i' || n`)}, ${HANDLING}, true, 'B-' || n, (array['${TYPES.join("','")}'])[1 + (hashint4(n + 7) & 2147483647) % ${TYPES.length}],
    date '1995-01-01' + (hashint4(n + 13) & 2147483647) % ${DAYS}, 'City ' || n % 1000, 'USA', 'DEU', 'EMBASSY',
    case when n % 3 = 0 then null else (hashint4(n + 29) & 2147483647) % 40 end, 'An incident of a bench, number ' || n, '{}', 'REPORTED',
    ${idSql('mis', `'m' || (hashint4(n + 31) & 2147483647) % $3`)}
  from generate_series(1, $1::int) n`;

/**
 * Two words that stand everywhere, two of which each row has one, one that every thousandth has, and one of its own; written as the service
 * writes words of many rows: a thousand rows at a time in the order of their ids, and of those the words in their order.
 */
const WORDS = `insert into search_token (type, field, token, record_id, handling_id, place)
  select 'Incident', w.field, w.token, i.id, i.handling_id, p.place
  from (select *, (row_number() over (order by id) - 1) / 1000 as batch from incident) i
    join search_place p on p.record_id = i.id and p.handling_id = i.handling_id cross join lateral (values
    ('summary', 'everywhere'), ('summary', 'also'), ('summary', case split_part(i.city, ' ', 2)::int % 2 when 0 then 'even' else 'odd' end),
    ('city', 'w' || split_part(i.city, ' ', 2)), ('reference', lower(replace(i.reference, '-', '')))) w(field, token)
  order by i.batch, w.token`;
/** Each row has the next place among those of its handling. */
const PLACES = `insert into search_place (type, handling_id, place, record_id)
  select 'Incident', handling_id, row_number() over (partition by handling_id order by id) - 1, id from incident`;

/** The migration that builds indexes and counts: rows are loaded before it, so that it does its work on all of them. */
const INDEXING = /^FindAndCount/;

/** Fills an empty database as the service makes it; what took how long is said. */
export async function fillDatabase(ownerUrl: string, size: Size, say: (line: string) => unknown): Promise<void> {
  await migrate(
    ownerUrl,
    MIGRATIONS.slice(
      0,
      MIGRATIONS.findIndex(({ name }) => INDEXING.test(name)),
    ),
  );
  await withConnection(ownerUrl, async (owner) => {
    await owner.query(
      `insert into handling select n, 'l=-;rel=*;nat=*;pur=*;own=USA.team' || lpad(n::text, 6, '0') from generate_series(0, $1 - 1) n`,
      [size.handlings],
    );
    await owner.query(
      `insert into mission_ref (id, key, version, existence_handling_id) select ${idSql('mis', `'m' || n`)}, 'Q' || n, 1, n % $2 from generate_series(0, $1 - 1) n`,
      [size.posts, size.handlings],
    );
    // Told are changes; that a database is filled is none.
    await owner.query('alter table incident disable trigger tell');
    await timed('rows', say, () => owner.query(LOAD, [size.rows, size.handlings, size.posts]));
    await owner.query('alter table incident enable trigger tell');
  });
  await timed('indexes and counts', say, () => migrate(ownerUrl, MIGRATIONS));
  if (size.isSearched ?? true) {
    await withConnection(ownerUrl, async (owner) => {
      await owner.query(PLACES);
      await timed('words', say, () => owner.query(WORDS));
    });
  }
  await timed('vacuum', say, () => withConnection(ownerUrl, (owner) => owner.query('vacuum analyze')));
}

async function timed(what: string, say: (line: string) => unknown, work: () => Promise<unknown>): Promise<void> {
  const start = performance.now();
  await work();
  say(`${what}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

/** Every row, as its owner sees it: by these the answers are checked. */
export async function readRows(ownerUrl: string): Promise<readonly Incident[]> {
  return withConnection(ownerUrl, async (owner) => {
    const { rows } = await owner.query<Incident>(
      `select i.id, i.handling_id as handling, i.type, i.occurred_on::text as "occurredOn", i.fatalities, i.reference, i.city, i.mission_id as mission,
         r.existence_handling_id as "missionHandling" from incident i join mission_ref r on r.id = i.mission_id order by i.id`,
    );
    return rows;
  });
}
