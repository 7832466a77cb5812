import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chooseServerAccount, runAs } from './server-account.js';
import { locateBinaries, runnableBinaries } from './server-binaries.js';

describe('runnableBinaries', () => {
  let folder: string;
  const account = chooseServerAccount();
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'chancery-binaries-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const noCache = () => {
    throw new Error('the cache was asked for');
  };

  it('takes the installed ones where the account can run them, and copies nothing', async () => {
    expect(await runnableBinaries(locateBinaries(), null, noCache)).toBe(locateBinaries());
  });

  it('says what is wrong with binaries that do not run, and the way out', async () => {
    const broken = join(folder, 'broken');
    mkdirSync(join(broken, 'bin'), { recursive: true });
    await expect(runnableBinaries(broken, null, noCache)).rejects.toThrow(
      `the PostgreSQL binaries in \`${broken}\` do not run: ENOENT; install again, or set DATABASE_URL`,
    );
  });

  if (account !== null) {
    it('copies those that `nobody` cannot reach, once for a version', async () => {
      const [hidden, cache] = [join(folder, 'hidden'), join(tmpdir(), `chancery-cache-${process.pid}`)];
      try {
        mkdirSync(hidden, { mode: 0o700 });
        symlinkSync(locateBinaries(), join(hidden, 'native'));
        writeFileSync(join(hidden, 'package.json'), '{"version":"18.0.0-test"}');
        mkdirSync(cache);

        const copy = await runnableBinaries(join(hidden, 'native'), account, () => cache);
        expect(copy).toBe(join(cache, 'postgresql-18.0.0-test'));
        expect((await runAs(account, join(copy, 'bin/postgres'), ['--version'])).status).toBe(0);
        expect(existsSync(join(copy, 'lib/libpgcommon.a'))).toBe(false);
        expect(await runnableBinaries(join(hidden, 'native'), account, () => cache)).toBe(copy);
        expect(readdirSync(cache)).toEqual(['postgresql-18.0.0-test']);
      } finally {
        rmSync(cache, { recursive: true, force: true });
      }
    });
  }
});
