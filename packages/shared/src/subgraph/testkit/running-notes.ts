import { randomBytes } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sha256Of } from '../../brands.js';
import { handlingAt } from '../../labels/handling-at.js';
import { migrate } from '../../postgres/migrate.js';
import { createTestDatabase, type TestDatabase } from '../../postgres/test-database.js';
import { type HeldSnapshot, holdSnapshot } from '../../snapshot/held-snapshot.js';
import { sealSnapshot } from '../../snapshot/seal-snapshot.js';
import type { Profile } from '../../subjects/subject.js';
import { createEventTable, tellLinks, tellRows } from '../events/event-table.js';
import { allotHandlings } from '../import/allot-handlings.js';
import { inTransaction } from '../import/import-transaction.js';
import { buildFederatedSchema } from '../serving/federated-schema.js';
import { type RunningSubgraph, startSubgraph } from '../serving/start-subgraph.js';
import { bindRows, bindRowsTo, createHandlingTable } from '../tables/labelled-table.js';
import { countRows, createRowCounts } from '../tables/row-counts.js';
import { letWithdraw } from '../tables/withdrawable-table.js';
import type { DecisionPoint } from '../visibility/decision-point.js';
import { Note } from './note.entity.js';
import { changedNotes, NoteResolver, noteRows, notes } from './note.resolver.js';
import { SignedClient } from './signed-client.js';

class CreateNotes1790000000000 implements MigrationInterface {
  readonly name = 'CreateNotes1790000000000';

  async up(runner: QueryRunner): Promise<void> {
    await createHandlingTable(runner);
    await runner.query(`create table note (id text primary key, handling_id integer not null references handling (id),
      title varchar(400), weight integer, is_heavy boolean generated always as (weight > 5) stored, made_on date, sent_at timestamptz, subject text)`);
    await runner.query(`create table tag (id text primary key, handling_id integer not null references handling (id))`);
    await runner.query(`create table note_tag (note_id text not null references note (id), tag text not null)`);
    await bindRows(runner, 'note');
    await bindRows(runner, 'tag');
    await bindRowsTo(runner, 'note_tag', 'note', 'note_id');
    await letWithdraw(runner, 'note');
    await createRowCounts(runner);
    await countRows(runner, 'note');
    await createEventTable(runner);
    await tellRows(runner, 'note', 'Note');
    await tellLinks(runner, { through: 'note_tag', holder: 'note_id', table: 'note', type: 'Note' });
  }

  async down(): Promise<void> {}
}

/** A row to store; `handling` is its text. */
export interface StoredNote {
  readonly id: string;
  readonly handling: string;
  readonly title?: string | null;
  readonly weight?: number | null;
  readonly madeOn?: string | null;
  readonly sentAt?: string | null;
  readonly tags?: readonly string[];
  /** A tag that some row has. */
  readonly subject?: string | null;
}

/** Version of the rules that a test decides by. */
export const RELEASE = sha256Of('release');

/** Releasability alone, so that a test reads off a handling who may read what; counts how often it was asked. */
export function releaseDecisions(until = Number.POSITIVE_INFINITY): DecisionPoint & { asked: number } {
  const decisions = {
    version: RELEASE,
    asked: 0,
    open: (profile: Profile) => ({
      decide(_category: unknown, { label }: ReturnType<typeof handlingAt>) {
        decisions.asked += 1;
        const open = label.releasableTo === 'ANY' || label.releasableTo.has(profile.subject.represents);
        return { effect: open ? ('allow' as const) : ('withhold' as const), validUntil: until };
      },
    }),
  };
  return decisions;
}

/** Somebody who acts for a State. */
export function profileFor(represents: string): Profile {
  return {
    subject: {
      id: 'a:00000000000000aa',
      represents,
      agency: `${represents}.foreign-ministry`,
      kind: 'FOREIGN_MINISTRY',
      nationalities: [represents],
      clearances: [],
      compartments: [],
      groups: [],
    },
    purpose: 'TRAINING',
    caseId: null,
  };
}

export interface RunningNotes extends AsyncDisposable {
  readonly database: TestDatabase;
  readonly service: RunningSubgraph;
  readonly client: SignedClient;
  readonly decisions: DecisionPoint & { asked: number };
  readonly snapshots: HeldSnapshot;
  readonly key: Uint8Array;
  readonly logged: string[];
  readonly time: { now: number };
  store(rows: readonly StoredNote[]): Promise<void>;
  /** Stores a row with a handling text that no import would let in. */
  storeRaw(id: string, handling: string): Promise<void>;
}

/** A subgraph of notes on a database of its own, with a clock that a test moves. */
export async function runNotes(
  rows: readonly StoredNote[],
  decisions = releaseDecisions(),
  /** The way to the database, where it is not the straight one. */
  way: (url: string) => string = (url) => url,
): Promise<RunningNotes> {
  const database = await createTestDatabase('notes');
  await migrate(database.ownerUrl, [CreateNotes1790000000000]);
  const store = (added: readonly StoredNote[]) => storeNotes(database.ownerUrl, added);
  await store(rows);
  const time = { now: Date.parse('2026-09-21T12:00:00Z') };
  const clock = () => time.now;
  const key = randomBytes(32);
  const logged: string[] = [];
  const snapshots = holdSnapshot(sealSnapshot({ number: 1, facts: [], acts: [] }));
  const schema = await buildFederatedSchema({
    resolvers: [NoteResolver],
    references: { Note: (id, context) => noteRows.load(context, id) },
    connections: [notes, changedNotes],
  });
  const service = await startSubgraph({
    name: 'notes',
    schema,
    entities: [Note],
    serviceUrl: way(database.serviceUrl),
    loaderUrl: way(database.loaderUrl),
    contextKey: key,
    snapshots,
    decisions,
    clock,
    log: (line) => logged.push(JSON.stringify(line)),
  });
  const client = new SignedClient({
    url: service.url,
    audience: 'notes',
    key,
    policy: decisions.version,
    schema: schema.digest,
    snapshot: () => snapshots.view(clock()).snapshot,
    clock,
  });
  return {
    database,
    service,
    client,
    decisions,
    snapshots,
    key,
    logged,
    time,
    store,
    storeRaw: (id, handling) =>
      inTransaction(database.ownerUrl, async (connection) => {
        // Ids are allotted at random, so one that is free has to be found.
        await connection.query(
          `with stored as (insert into handling select max(id) + 1, $1 from handling returning id)
           insert into note select $2, id from stored`,
          [handling, id],
        );
      }),
    async [Symbol.asyncDispose]() {
      await service.close();
      await database.drop();
    },
  };
}

function storeNotes(ownerUrl: string, rows: readonly StoredNote[]): Promise<void> {
  return inTransaction(ownerUrl, async (client) => {
    const handlings = await allotHandlings(
      client,
      rows.map(({ handling }) => handling),
    );
    for (const row of rows) {
      const { id, title = null, weight = null, madeOn = null, sentAt = null, tags = [], subject = null } = row;
      const values = [id, handlings.get(row.handling), title, weight, madeOn, sentAt, subject];
      await client.query(
        'insert into note (id, handling_id, title, weight, made_on, sent_at, subject) values ($1, $2, $3, $4, $5, $6, $7)',
        values,
      );
      await client.query('insert into tag select unnest($1::text[]), $2 on conflict do nothing', [tags, values[1]]);
      await client.query('insert into note_tag select $1, unnest($2::text[])', [id, tags]);
    }
  });
}
