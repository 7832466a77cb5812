import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findCluster } from './cluster.js';
import { withConnection } from './connect.js';
import { startEmbeddedServer } from './embedded-server.js';
import { findPostmaster } from './postmaster.js';
import { childProcesses, identifyProcess } from './process-identity.js';

const isRoot = process.getuid?.() === 0;

describe('startEmbeddedServer', () => {
  // One for all: every start but the first finds the database of the one before.
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'chancery-server-'));
    // mkdtemp makes 0700, which `nobody` cannot pass; the test below that wants this says so.
    chmodSync(folder, 0o711);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const start = (data = join(folder, 'data')) =>
    startEmbeddedServer({ folder: data, report: () => {}, caches: [join(folder, 'cache')] });

  it('listens on loopback alone, for passwords alone, and writes through to the disk', async () => {
    const server = await start();
    try {
      const settings = await showSettings(server.adminUrl);
      expect(settings).toMatchObject({ fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on', jit: 'off' });
      expect(settings).toMatchObject({ listen_addresses: '127.0.0.1', unix_socket_directories: '' });
      const methods = await withConnection(server.adminUrl, (c) =>
        c.query('select distinct auth_method from pg_hba_file_rules'),
      );
      expect(methods.rows).toEqual([{ auth_method: 'scram-sha-256' }]);
      const stranger = new URL(server.adminUrl);
      stranger.password = 'guess';
      await expect(withConnection(stranger.href, async () => {})).rejects.toThrow('password authentication failed');
    } finally {
      await server.stop();
    }
  });

  it('keeps its data and its password from everyone else', async () => {
    const server = await start();
    await server.stop();
    const data = join(folder, 'data');
    expect(modeOf(join(data, 'cluster'))).toBe(0o700);
    expect(modeOf(join(data, 'server.json'))).toBe(0o600);
    expect(modeOf(join(data, 'server.log'))).toBe(0o600);
    expect(readdirSync(data)).not.toContain('initial-password');
  });

  it('is shared by all who start it on one folder, and stops with the last', async () => {
    const [first, second] = await Promise.all([start(), start()]);
    expect(second?.adminUrl).toBe(first?.adminUrl);
    const postmaster = findPostmaster(join(folder, 'data', 'cluster'));
    const pids = [postmaster?.pid ?? 0, ...childProcesses(postmaster?.pid ?? 0)];
    expect(pids.length).toBeGreaterThan(3);

    await first?.stop();
    await first?.stop();
    expect(await countRows(second?.adminUrl ?? '', 'select 1')).toBe(1);
    await second?.stop();
    expect(pids.filter((pid) => identifyProcess(pid) !== null)).toEqual([]);
  });

  it('finds committed rows again after a stop', async () => {
    const before = await start();
    await withConnection(before.adminUrl, (c) => c.query('create table kept as select 1 as a'));
    await before.stop();
    const after = await start();
    expect(await countRows(after.adminUrl, 'select * from kept')).toBe(1);
    await after.stop();
  });

  it('starts although a stranger has by now the process number in its pid file', async () => {
    await (await start()).stop();
    const data = join(folder, 'data', 'cluster');
    writeFileSync(join(data, 'postmaster.pid'), `${process.ppid}\n${data}\n1790000000\n5432\n\n127.0.0.1\n\nready\n`);
    const server = await start();
    expect(await countRows(server.adminUrl, 'select 1')).toBe(1);
    await server.stop();
    expect(identifyProcess(process.ppid)).not.toBeNull();
  });

  it('is started again on its port when it dies, and what was committed is there', async () => {
    let sayBack = (): void => {};
    const back = new Promise<void>((resolve) => {
      sayBack = resolve;
    });
    const server = await startEmbeddedServer({
      folder: join(folder, 'data'),
      caches: [join(folder, 'cache')],
      report: (line) => (line === 'the database server is back' ? sayBack() : undefined),
    });
    await withConnection(server.adminUrl, (c) => c.query('create table survived as select 1 as a'));
    const before = findPostmaster(join(folder, 'data', 'cluster'));
    process.kill(before?.pid ?? 0, 'SIGKILL');
    await back;
    expect(await countRows(server.adminUrl, 'select * from survived')).toBe(1);
    const after = findPostmaster(join(folder, 'data', 'cluster'));
    expect(after?.pid).not.toBe(before?.pid);
    expect(after?.port).toBe(before?.port);
    await server.stop();
    expect(findPostmaster(join(folder, 'data', 'cluster'))).toBeNull();
  });

  it('listens at the next start where it did at the last', async () => {
    const first = await start();
    await first.stop();
    const second = await start();
    expect(second.adminUrl).toBe(first.adminUrl);
    await second.stop();
  });

  it('opens the database of a copied or moved folder in that folder, and never that of the original', async () => {
    const original = await start();
    await withConnection(original.adminUrl, (c) => c.query('create table told (a int); insert into told values (1)'));
    await original.stop();
    copyWhole(join(folder, 'data'), join(folder, 'copy'));

    const copy = await start(join(folder, 'copy'));
    const again = await start();
    await withConnection(copy.adminUrl, (c) => c.query('insert into told values (2)'));
    expect(await countRows(again.adminUrl, 'select * from told')).toBe(1);
    expect(await countRows(copy.adminUrl, 'select * from told')).toBe(2);
    await again.stop();
    expect(await countRows(copy.adminUrl, 'select * from told')).toBe(2);
    await copy.stop();

    renameSync(join(folder, 'copy'), join(folder, 'moved'));
    const moved = await start(join(folder, 'moved'));
    expect(await countRows(moved.adminUrl, 'select * from told')).toBe(2);
    await moved.stop();
  });

  it('refuses a folder that was copied from under a running server, and touches neither', async () => {
    const original = await start();
    copyWhole(join(folder, 'data'), join(folder, 'torn'));
    await expect(start(join(folder, 'torn'))).rejects.toThrow('copy it by npm run backup');
    expect(await countRows(original.adminUrl, 'select 1')).toBe(1);
    await original.stop();
  });

  it('refuses to begin anew where a database was', async () => {
    await (await start()).stop();
    rmSync(join(folder, 'data', 'cluster'), { recursive: true });
    await expect(start()).rejects.toThrow('is gone: restore it');
    expect(existsSync(join(folder, 'data', 'cluster'))).toBe(false);
  });

  if (isRoot) {
    it('never lets a copy open a database that is kept elsewhere, and lets a moved folder keep it', async () => {
      const hidden = join(folder, 'hidden-third');
      mkdirSync(hidden, { mode: 0o700 });
      await (await start(join(hidden, 'data'))).stop();
      copyWhole(join(hidden, 'data'), join(hidden, 'copy'));
      await expect(start(join(hidden, 'copy'))).rejects.toThrow('belongs to that one');
      rmSync(join(hidden, 'copy'), { recursive: true });

      renameSync(join(hidden, 'data'), join(hidden, 'moved'));
      const moved = await start(join(hidden, 'moved'));
      expect(await countRows(moved.adminUrl, 'select 1')).toBe(1);
      await moved.stop();
    });

    it('serves root from a folder that `nobody` cannot reach, by a cluster and binaries kept elsewhere', async () => {
      const hidden = join(folder, 'hidden');
      mkdirSync(hidden, { mode: 0o700 });
      const server = await start(join(hidden, 'data'));
      const cluster = findCluster(join(hidden, 'data'), () => join(folder, 'cache'));
      const data = cluster?.data ?? '';
      expect(data.startsWith(join(folder, 'cache'))).toBe(true);
      expect(modeOf(data)).toBe(0o700);
      expect(statSync(data).uid).toBe(cluster?.account?.uid);
      expect(statSync(join(data, '..')).uid).toBe(0);
      expect(statSync(`/proc/${findPostmaster(data)?.pid}`).uid).not.toBe(0);
      await withConnection(server.adminUrl, (c) => c.query('create table kept as select 1 as a'));
      await server.stop();

      const again = await start(join(hidden, 'data'));
      expect(await countRows(again.adminUrl, 'select * from kept')).toBe(1);
      await again.stop();
    });

    it('never uses a cache that another user can write in', async () => {
      const [cache, hidden] = [join(folder, 'open-cache'), join(folder, 'hidden-too')];
      mkdirSync(cache);
      chmodSync(cache, 0o777);
      mkdirSync(hidden, { mode: 0o700 });
      const started = startEmbeddedServer({ folder: join(hidden, 'data'), report: () => {}, caches: [cache] });
      await expect(started).rejects.toThrow('open to another user');
      expect(readdirSync(cache)).toEqual([]);
    });
  } else {
    it('runs as the user who started it', async () => {
      const server = await start();
      const postmaster = findPostmaster(join(folder, 'data', 'cluster'));
      expect(statSync(`/proc/${postmaster?.pid}`).uid).toBe(process.getuid?.());
      await server.stop();
    });
  }
});

async function showSettings(url: string): Promise<Record<string, string>> {
  const { rows } = await withConnection(url, (c) =>
    c.query<{ name: string; setting: string }>('select name, setting from pg_settings'),
  );
  return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
}

async function countRows(url: string, query: string): Promise<number | null> {
  return (await withConnection(url, (c) => c.query(query))).rowCount;
}

function modeOf(path: string): number {
  return statSync(path).mode & 0o777;
}

/** Copies as `cp -a` does: with owners and modes. */
function copyWhole(from: string, to: string): void {
  execFileSync('cp', ['-a', from, to]);
}
