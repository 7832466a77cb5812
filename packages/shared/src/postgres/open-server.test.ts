import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { withConnection } from './connect.js';
import { openServer } from './open-server.js';
import { locateBinaries } from './server-binaries.js';

describe('openServer', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'chancery-open-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('takes the server of DATABASE_URL, starts none beside it, and leaves it running', async () => {
    const databaseUrl = process.env.CHANCERY_TEST_POSTGRES ?? '';
    const server = await openServer({ databaseUrl, folder, report: () => {} });
    expect(server.adminUrl).toBe(databaseUrl);
    expect(readdirSync(folder)).toEqual([]);
    await server.stop();
    await withConnection(databaseUrl, (c) => c.query('select 1'));
  });

  it('says that DATABASE_URL is at fault, without the password in it', async () => {
    const databaseUrl = 'postgres://admin:canary-7f3c@127.0.0.1:1/postgres';
    const failure = await openServer({ databaseUrl, folder, report: () => {} }).catch((error: unknown) => error);
    expect(String(failure)).toContain('cannot use DATABASE_URL');
    expect(JSON.stringify(failure) + String(failure)).not.toContain('canary-7f3c');
  });

  it.each(['foo', 'mysql://admin:canary-7f3c@localhost/x', 'localhost:5432', 'http://localhost:5432', ' ', '/var/run'])(
    'asks no server that DATABASE_URL does not name: %s',
    async (databaseUrl) => {
      const failure = await openServer({ databaseUrl, folder, report: () => {} }).catch((error: unknown) => error);
      expect(String(failure)).toContain('DATABASE_URL is no address of a PostgreSQL');
      expect(String(failure)).not.toContain('canary-7f3c');
    },
  );

  it('names the way out on a platform without binaries', () => {
    expect(() => locateBinaries('win32-x64')).toThrow('no embedded PostgreSQL for `win32-x64`: set DATABASE_URL');
  });
});
