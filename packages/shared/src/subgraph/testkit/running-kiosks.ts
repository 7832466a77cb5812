import { randomBytes } from 'node:crypto';
import { Field, Float, ObjectType } from 'type-graphql';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { migrate } from '../../postgres/migrate.js';
import { createTestDatabase, type TestDatabase } from '../../postgres/test-database.js';
import { Category, Handled } from '../../schema/decorators.js';
import { defineEnum } from '../../schema/define-enum.js';
import { holdSnapshot } from '../../snapshot/held-snapshot.js';
import { sealSnapshot } from '../../snapshot/seal-snapshot.js';
import { aggregateOf } from '../aggregate/aggregate.js';
import { type ImportedRow, importRecords } from '../import/import-records.js';
import { inTransaction } from '../import/import-transaction.js';
import { Kept, Made, Place, Text, Word } from '../record/decorators.js';
import { DEGREES } from '../record/kinds.js';
import { Labelled } from '../record/record.js';
import { Recorded } from '../record/recorded.js';
import { coverWordsByHandling, createSearchTable, listWords } from '../search/search-table.js';
import { serviceOf } from '../serving/service.js';
import { bindRows, createHandlingTable } from '../tables/labelled-table.js';
import { addCells } from '../tables/map-cells.js';
import { countRows, createRowCounts } from '../tables/row-counts.js';
import { createWithdrawals, letWithdraw } from '../tables/withdrawable-table.js';
import { releaseDecisions } from './running-notes.js';
import { SignedClient } from './signed-client.js';

const KioskKind = defineEnum('KioskKind', 'What is sold.', ['PAPERS', 'FLOWERS', 'FRUIT'], 'a kind of kiosk');
type KioskKind = keyof typeof KioskKind;

@ObjectType({ description: 'A spot.' })
@Handled('PARENT')
class Spot {
  @Field(() => Float, { nullable: true })
  @Category('EXISTENCE')
  latitude!: number;

  @Field(() => Float, { nullable: true })
  @Category('EXISTENCE')
  longitude!: number;
}

/** A record that exists only to try how rows are found. */
@Recorded({ name: 'Kiosk', prefix: 'kio', says: 'A kiosk.', languages: ['HR', 'SV'] })
export class Kiosk extends Labelled {
  @Text({ is: 'PUBLIC_FACT', says: 'Name.', length: 200, filter: true, order: true, searchable: true })
  name!: string;

  @Text({ is: 'THREAT', says: 'Note.', nullable: true, searchable: true })
  note!: string | null;

  @Word(KioskKind, { is: 'THREAT', says: 'Kind.', nullable: true, filter: true })
  kind!: KioskKind | null;

  @Kept(DEGREES, { nullable: true })
  latitude!: number | null;

  @Kept(DEGREES, { nullable: true })
  longitude!: number | null;

  @Place(() => Spot, { is: 'THREAT', says: 'Where it stands.', latitude: 'latitude', longitude: 'longitude' })
  get spot(): Spot | null {
    const { latitude, longitude } = this;
    return latitude === null || longitude === null ? null : { latitude, longitude };
  }

  @Made(() => String, { is: 'PUBLIC_FACT', says: 'Sign over it.', from: ['kind', 'name'], searchable: true })
  get sign(): string | null {
    return this.kind === null ? null : `The ${this.kind.toLowerCase()} of ${this.name}`;
  }
}

const kiosks = aggregateOf(Kiosk, { one: 'kiosk', many: 'kiosks' });

class CreateKiosks1790000000000 implements MigrationInterface {
  readonly name = 'CreateKiosks1790000000000';

  async up(runner: QueryRunner): Promise<void> {
    await createHandlingTable(runner);
    await createWithdrawals(runner);
    await createSearchTable(runner);
    await coverWordsByHandling(runner);
    await listWords(runner);
    await runner.query(`create table kiosk (id text primary key, handling_id integer not null references handling (id),
      synthetic boolean not null, name varchar(200) collate "und-x-icu" not null, note text, kind text,
      latitude double precision, longitude double precision, imported_by text)`);
    await runner.query('create index kiosk_by_handling on kiosk (handling_id, id)');
    await bindRows(runner, 'kiosk');
    await letWithdraw(runner, 'kiosk');
    await createRowCounts(runner);
    await countRows(runner, 'kiosk');
    await addCells(runner, 'kiosk', { name: 'spot_cell', latitude: 'latitude', longitude: 'longitude' });
  }

  async down(): Promise<void> {}
}

/** A kiosk before it has an id; what it leaves out is null. */
export type StoredKiosk = Pick<ImportedRow<Kiosk>, 'handling' | 'name'> & Partial<ImportedRow<Kiosk>>;

/** A subgraph of kiosks on a database of its own. */
export interface RunningKiosks extends AsyncDisposable {
  readonly database: TestDatabase;
  readonly client: SignedClient;
  /** Imports these kiosks, known by their names, and no others; gives their ids by name. */
  store(rows: readonly StoredKiosk[]): Promise<ReadonlyMap<string, string>>;
}

/** Starts a service of these kiosks. */
export async function runKiosks(rows: readonly StoredKiosk[]): Promise<RunningKiosks> {
  const database = await createTestDatabase('kiosks');
  await migrate(database.ownerUrl, [CreateKiosks1790000000000]);
  await storeKiosks(database.ownerUrl, rows);
  const decisions = releaseDecisions();
  const service = serviceOf({ name: 'kiosks', aggregates: [kiosks], decisions: () => decisions });
  const contextKey = randomBytes(32);
  const now = Date.parse('2026-09-21T12:00:00Z');
  const clock = () => now;
  const snapshots = holdSnapshot(sealSnapshot({ number: 1, facts: [], acts: [] }));
  const running = await service.start({ ...database, contextKey, snapshots, clock });
  const client = new SignedClient({
    url: running.url,
    audience: 'kiosks',
    key: contextKey,
    policy: decisions.version,
    schema: (await service.schema()).digest,
    snapshot: () => snapshots.view(now).snapshot,
    clock,
  });
  return {
    database,
    client,
    store: (all) => storeKiosks(database.ownerUrl, all),
    async [Symbol.asyncDispose]() {
      await running.close();
      await database.drop();
    },
  };
}

const NOTHING = { synthetic: false, note: null, kind: null, latitude: null, longitude: null };

function storeKiosks(ownerUrl: string, rows: readonly StoredKiosk[]): Promise<ReadonlyMap<string, string>> {
  return inTransaction(ownerUrl, async (owner) => {
    const whole = rows.map((row) => ({ ...NOTHING, ...row })) as ImportedRow<Kiosk>[];
    return (await importRecords(owner, { record: Kiosk, importedBy: 'test', by: 'name', rows: whole })).ids;
  });
}
