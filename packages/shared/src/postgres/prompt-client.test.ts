import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { PromptClient } from './prompt-client.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

describe('a client of which nothing stays', () => {
  let database: TestDatabase;
  let client: pg.Client;

  beforeAll(async () => {
    database = await createTestDatabase('prompt');
    client = new PromptClient({ connectionString: database.ownerUrl });
    await client.connect();
  });

  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  it('gives rows for a text, for a text with parameters and for a statement with a name', async () => {
    const one = [{ n: 1 }];
    expect((await client.query('select 1 as n')).rows).toEqual(one);
    expect((await client.query('select $1::int as n', [1])).rows).toEqual(one);
    expect((await client.query({ name: 'n', text: 'select $1::int as n', values: [1] })).rows).toEqual(one);
  });

  it('throws what the server refuses, and goes on', async () => {
    await expect(client.query('select nothing')).rejects.toThrow(pg.DatabaseError);
    await expect(client.query('select nothing')).rejects.toMatchObject({ code: '42703' });
    expect((await client.query('select 1')).rowCount).toBe(1);
  });

  it('tells whoever brings a callback, and a query that tells by itself, as pg does', async () => {
    const told = await new Promise<unknown>((resolve) => {
      client.query('select 1 as n', (_error, { rows }) => resolve(rows));
    });
    expect(told).toEqual([{ n: 1 }]);
    const query = new pg.Query<{ n: number }>('select 1 as n');
    const rows: unknown[] = [];
    const ended = new Promise((resolve) => query.on('end', resolve));
    query.on('row', (row) => rows.push(row));
    expect(client.query(query)).toBe(query);
    await ended;
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('is the client of a pool', async () => {
    const pool = new pg.Pool({ connectionString: database.ownerUrl, Client: PromptClient });
    expect((await pool.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
    await pool.end();
  });
});
