import { createTestDatabase, type TestDatabase } from '@chancery/shared/postgres/test-database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { copyRows } from './copy-rows.js';

describe('rows as bytes', () => {
  let database: TestDatabase;
  let client: pg.Client;
  beforeAll(async () => {
    database = await createTestDatabase('copy_rows');
    client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  async function read(select: string): Promise<[number, string][]> {
    const rows: [number, string][] = [];
    await copyRows(client, select, (row) => {
      const number = row.integer();
      const length = row.enter();
      rows.push([number, row.bytes.toString('utf8', row.at, row.at + length)]);
    });
    return rows;
  }

  it('are the values that the database has, large, empty and missing ones among them', async () => {
    expect(
      await read(`select * from (values (0::bigint, 'a'), (${2 ** 53 - 1}, 'ü𝄞'), (-1, ''), (-4294967297, null)) v`),
    ).toEqual([
      [0, 'a'],
      [2 ** 53 - 1, 'ü𝄞'],
      [-1, ''],
      [-(2 ** 32) - 1, ''],
    ]);
    expect(await read(`select 1::bigint, 'a' where false`)).toEqual([]);
  });

  it('come whole when they are longer than what the network brings at once', async () => {
    const rows = await read(`select n::bigint, repeat(chr(97 + n), 100000 + n) from generate_series(0, 20) n`);
    expect(rows.map(([number, text]) => text === String.fromCharCode(97 + number).repeat(100_000 + number))).toEqual(
      Array(21).fill(true),
    );
  });

  it('fail with what the database or the reader of them says, and leave the connection as it was', async () => {
    await expect(read('select nothing from nowhere')).rejects.toThrow('nowhere');
    await expect(read(`select n::bigint, (1 / (3 - n))::text from generate_series(1, 5) n`)).rejects.toThrow('zero');
    const refuse = copyRows(client, 'select 1::bigint from generate_series(1, 1000)', () => {
      throw new RangeError('not this one');
    });
    await expect(refuse).rejects.toThrow('not this one');
    expect(await read(`select 1::bigint, 'b'`)).toEqual([[1, 'b']]);
  });

  it('fail when the connection ends', async () => {
    const other = new pg.Client({ connectionString: database.ownerUrl });
    other.on('error', () => {});
    await other.connect();
    const asked = copyRows(
      other,
      'select pg_terminate_backend(pg_backend_pid())::text from generate_series(1, 2)',
      () => {},
    );
    await expect(asked).rejects.toThrow();
  });
});
