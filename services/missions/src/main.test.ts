import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { tellSnapshots } from '@chancery/shared/law/testkit/tell-snapshots';
import { migrate } from '@chancery/shared/postgres/migrate';
import { createTestDatabase } from '@chancery/shared/postgres/test-database';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import { describe, expect, it } from '@jest/globals';
import { MIGRATIONS } from './migrations.js';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('no output');
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('it said nothing');
}

describe('the process of missions', () => {
  it('says where it answers when it is ready, and ends in order when told to', async () => {
    const database = await createTestDatabase('main');
    await migrate(database.ownerUrl, MIGRATIONS);
    const folder = mkdtempSync(join(tmpdir(), 'missions-'));
    const [key, law] = [join(folder, 'key'), join(folder, 'law')];
    writeFileSync(key, Buffer.alloc(32, 7).toString('base64url'));
    writeFileSync(law, Buffer.alloc(32, 8).toString('base64url'));
    await using told = await tellSnapshots(sealSnapshot({ number: 1, facts: [], acts: [] }), Buffer.alloc(32, 8));

    const child = spawn(process.execPath, [MAIN], {
      env: {
        CHANCERY_DATABASE_SERVICE_URL: database.serviceUrl,
        CHANCERY_DATABASE_LOADER_URL: database.loaderUrl,
        CHANCERY_CONTEXT_KEY_FILE: key,
        CHANCERY_SNAPSHOT_URL: told.url,
        CHANCERY_SNAPSHOT_KEY_FILE: law,
        CHANCERY_PORT: '0',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit');
    const { ready } = JSON.parse(await firstLine(child)) as { ready: { url: string } };
    expect((await fetch(`${ready.url}health`)).status).toBe(200);
    expect((await fetch(ready.url, { method: 'POST', body: '{}' })).status).toBe(401);
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    await expect(fetch(`${ready.url}health`)).rejects.toThrow();
    rmSync(folder, { recursive: true });
    await database.drop();
  });

  it('does not start without what it needs, and says what is missing', async () => {
    const child = spawn(process.execPath, [MAIN], { env: {}, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(said).toContain('`CHANCERY_SNAPSHOT_KEY_FILE` is not set');
  });
});
