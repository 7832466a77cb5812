import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const CHECKOUT = resolve(import.meta.dirname, '../../..');

function run(script: string, args: readonly string[], told: Record<string, string>) {
  const { CHANCERY_URL: _url, CHANCERY_TOKEN: _token, PORT: _port, ...env } = process.env;
  const file = join(CHECKOUT, 'scripts/commands', script);
  return spawnSync(process.execPath, [file, ...args], { encoding: 'utf8', cwd: CHECKOUT, env: { ...env, ...told } });
}

describe('the commands that ask a gateway', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-asked-'));
  let closed: string;
  beforeAll(async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    closed = String((holder.address() as AddressInfo).port);
    holder.close();
    await once(holder, 'close');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('ask that of `PORT=… npm start`, not 4000', () => {
    const { status, stderr } = run('ask.mjs', ['overdue'], { PORT: closed, CHANCERY_TOKEN: 'none' });
    expect(stderr).toContain(`no gateway answers at http://127.0.0.1:${closed}:`);
    expect(status).toBe(1);
  });

  it('ask that of CHANCERY_URL, whatever PORT says', () => {
    const told = { PORT: '4000', CHANCERY_URL: `http://127.0.0.1:${closed}`, CHANCERY_TOKEN: 'none' };
    expect(run('ask.mjs', ['overdue'], told).stderr).toContain(`no gateway answers at http://127.0.0.1:${closed}:`);
  });

  it('say that nobody was named, not that a persona `undefined` is unknown', () => {
    const kept = join(folder, 'answer.json');
    writeFileSync(kept, JSON.stringify({ data: {}, extensions: { audit: { receipt: 'A'.repeat(22) } } }));
    const { status, stderr } = run('prove-value.mjs', [kept, '--path', 'mission.city'], { PORT: closed });
    expect(stderr).toBe('whose token? --as PERSONA of a demonstration, or CHANCERY_TOKEN\n');
    expect(status).toBe(1);
  });
});
