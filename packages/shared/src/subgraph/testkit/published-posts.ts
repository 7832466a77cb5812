import type { MigrationInterface, QueryRunner } from 'typeorm';
import { parseRegisterKey } from '../../brands.js';
import { migrate } from '../../postgres/migrate.js';
import { createTestDatabase, type TestDatabase } from '../../postgres/test-database.js';
import { inTransaction } from '../import/import-transaction.js';
import { createOutbox, letOutboxWithdraw, publishRows } from '../outbox/outbox.js';
import { randomId } from '../tables/random-id.js';

/** A database of the missions service, as far as a referring service sees it: its outbox. */
export interface PublishedPosts extends AsyncDisposable {
  readonly ownerUrl: string;
  /** Id of each post by its register key. */
  readonly ids: ReadonlyMap<string, string>;
}

const PUBLIC_POST = 'l=-;rel=*;nat=*;pur=*;tlp=CLEAR;own=CHANCERY.register';

/** Publishes posts by register key; one with a handling of its own is hidden from those who may not see that. */
export async function publishPosts(
  keys: readonly string[],
  handlings: ReadonlyMap<string, string> = new Map(),
): Promise<PublishedPosts> {
  const database = await createTestDatabase('missions');
  await migrate(database.ownerUrl, [CreateOutbox1790000000000]);
  const ids = new Map(keys.map((key) => [key, randomId('Mission')]));
  const rows = [...ids].map(([key, id]) => ({
    type: 'Mission',
    id,
    key: parseRegisterKey(key),
    handling: handlings.get(key) ?? `${PUBLIC_POST};m=${key}`,
  }));
  await inTransaction(database.ownerUrl, (client) => publishRows(client, rows));
  return { ownerUrl: database.ownerUrl, ids, [Symbol.asyncDispose]: () => dropOf(database) };
}

const dropOf = (database: TestDatabase): Promise<void> => database.drop();

class CreateOutbox1790000000000 implements MigrationInterface {
  readonly name = 'CreateOutbox1790000000000';

  async up(runner: QueryRunner): Promise<void> {
    await createOutbox(runner);
    await letOutboxWithdraw(runner);
  }

  async down(): Promise<void> {}
}
