import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { parseRegisterKey } from '../../brands.js';
import { migrate } from '../../postgres/migrate.js';
import { createTestDatabase, type TestDatabase } from '../../postgres/test-database.js';
import { inTransaction } from '../import/import-transaction.js';
import { createImportedTable } from '../import/seed.js';
import { createHandlingTable } from '../tables/labelled-table.js';
import { randomId } from '../tables/random-id.js';
import { letWithdraw } from '../tables/withdrawable-table.js';
import { createOutbox, createReferenceTable, letOutboxWithdraw, publishRows, publishWithdrawn } from './outbox.js';
import { relayOutbox } from './relay-outbox.js';

const OPEN = 'l=-;rel=*;nat=*;pur=*;own=CHANCERY.register;m=Q1';
const CLOSED = 'l=-;rel=USA;nat=*;pur=*;own=CHANCERY.register;m=Q1';

class CreateOwner1790000000000 implements MigrationInterface {
  readonly name = 'CreateOwner1790000000000';
  async up(runner: QueryRunner) {
    await createOutbox(runner);
    await letOutboxWithdraw(runner);
  }
  down = async () => {};
}

class CreateTarget1790000000000 implements MigrationInterface {
  readonly name = 'CreateTarget1790000000000';
  async up(runner: QueryRunner) {
    await createHandlingTable(runner);
    await createImportedTable(runner);
    await createReferenceTable(runner, 'thing_ref');
    await letWithdraw(runner, 'thing_ref', 'existence_handling_id');
  }
  down = async () => {};
}

const THING = randomId('Mission');

describe('a relay', () => {
  let source: TestDatabase;
  let target: TestDatabase;
  beforeAll(async () => {
    [source, target] = [await createTestDatabase('owner'), await createTestDatabase('target')];
    await migrate(source.ownerUrl, [CreateOwner1790000000000]);
    await migrate(target.ownerUrl, [CreateTarget1790000000000]);
  });
  afterAll(async () => {
    await source.drop();
    await target.drop();
  });

  const publish = (handling: string, key = 'Q1') =>
    inTransaction(source.ownerUrl, (client) =>
      publishRows(client, [{ type: 'Thing', id: THING, key: parseRegisterKey(key), handling }]),
    );

  async function relay(): Promise<string> {
    const reported: string[] = [];
    const urls = { sourceOwnerUrl: source.ownerUrl, targetOwnerUrl: target.ownerUrl };
    await relayOutbox({ ...urls, type: 'Thing', table: 'thing_ref', report: (line) => reported.push(line) });
    return reported.join();
  }

  async function references(): Promise<unknown[]> {
    return inTransaction(target.ownerUrl, async (client) => {
      const { rows } = await client.query(
        `select r.id, r.key, r.version, h.text from thing_ref r join handling h on h.id = r.existence_handling_id`,
      );
      return rows;
    });
  }

  it('brings what was published, once, and each change of it', async () => {
    await publish(`${OPEN}!EXISTENCE(l=USA:1;rel=*;nat=*;pur=*)!Thing.name(l=USA:3;rel=*;nat=*;pur=*)`);
    expect(await relay()).toBe('thing_ref: 1 published, 1 new, 0 withdrawn');
    // Only what tells that the row exists is published.
    const existence = 'l=USA:1;rel=*;nat=*;pur=*;own=CHANCERY.register;m=Q1';
    expect(await references()).toEqual([{ id: THING, key: 'Q1', version: 1, text: existence }]);
    expect(await relay()).toBe('thing_ref: 1 published, 0 new, 0 withdrawn');

    await publish(CLOSED);
    await publish(CLOSED);
    expect(await relay()).toBe('thing_ref: 1 published, 1 new, 0 withdrawn');
    expect(await references()).toEqual([{ id: THING, key: 'Q1', version: 2, text: CLOSED }]);
  });

  it('keeps a reference as hidden as its target', async () => {
    const client = new pg.Client({ connectionString: target.serviceUrl });
    await client.connect();
    expect((await client.query('select from thing_ref')).rowCount).toBe(0);
    await client.query(`select set_config('app.visible', $1, false)`, [`x${'f'.repeat(16)}`]);
    expect((await client.query('select from thing_ref')).rowCount).toBe(1);
    await client.end();
  });

  async function seenByRequests(): Promise<number | null> {
    const client = new pg.Client({ connectionString: target.serviceUrl });
    await client.connect();
    await client.query(`select set_config('app.visible', $1, false)`, [`x${'f'.repeat(16)}`]);
    const { rowCount } = await client.query('select from thing_ref');
    await client.end();
    return rowCount;
  }

  it('hides a reference whose target is withdrawn, keeps its row, and shows it again when the target is back', async () => {
    await inTransaction(source.ownerUrl, (client) => publishWithdrawn(client, 'Thing', [THING]));
    await inTransaction(source.ownerUrl, (client) => publishWithdrawn(client, 'Thing', [THING]));
    expect(await relay()).toBe('thing_ref: 1 published, 0 new, 1 withdrawn');
    expect(await relay()).toBe('thing_ref: 1 published, 0 new, 0 withdrawn');
    expect(await seenByRequests()).toBe(0);
    expect(await references()).toEqual([{ id: THING, key: 'Q1', version: 3, text: CLOSED }]);

    await publish(CLOSED);
    expect(await relay()).toBe('thing_ref: 1 published, 1 new, 0 withdrawn');
    expect(await seenByRequests()).toBe(1);
    // The owner's history tells all of it.
    const told = await inTransaction(source.ownerUrl, (client) =>
      client.query('select version, withdrawn from outbox order by sequence'),
    );
    expect(told.rows.map(({ withdrawn }) => withdrawn)).toEqual([false, false, true, false]);
  });

  it('says what an owner that was put back to an older state says, and forgets what that one has never published', async () => {
    const later = randomId('Mission');
    const rows = [{ type: 'Thing', id: later, key: parseRegisterKey('Q2'), handling: OPEN }];
    await inTransaction(source.ownerUrl, (client) => publishRows(client, rows));
    await relay();
    await inTransaction(source.ownerUrl, (client) =>
      client.query('delete from outbox where version > 1 or id = $1', [later]),
    );
    expect(await relay()).toBe('thing_ref: 1 published, 1 new, 0 withdrawn, 1 that their owner does not know any more');

    expect(await references()).toMatchObject([{ id: THING, key: 'Q1', version: 1 }]);
    expect(await relay()).toBe('thing_ref: 1 published, 0 new, 0 withdrawn');
  });

  it('publishes nothing when the transaction fails or a handling does not parse', async () => {
    await expect(publish('l=-', 'Q2')).rejects.toThrow();
    const failed = inTransaction(source.ownerUrl, async (client) => {
      await publishRows(client, [
        { type: 'Thing', id: randomId('Mission'), key: parseRegisterKey('Q2'), handling: OPEN },
      ]);
      throw new Error('later');
    });
    await expect(failed).rejects.toThrow('later');
    expect(await relay()).toBe('thing_ref: 1 published, 0 new, 0 withdrawn');
  });
});
