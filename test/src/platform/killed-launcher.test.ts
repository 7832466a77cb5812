import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withConnection } from '@chancery/shared/postgres/connect';
import { startEmbeddedServer } from '@chancery/shared/postgres/embedded-server';
import { findPostmaster } from '@chancery/shared/postgres/postmaster';
import { identifyProcess } from '@chancery/shared/postgres/process-identity';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runNode } from './supervised.js';

const FIXTURE = join(import.meta.dirname, '../../src/platform/fixtures/launcher.mjs');

describe('the embedded server after kill -9', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'chancery-killed-'));
    chmodSync(folder, 0o711);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const killLauncherUnderLoad = async (alsoServer: boolean) => {
    const launcher = runNode([FIXTURE, folder]);
    await launcher.line(/^acknowledged 20$/);
    const postmaster = findPostmaster(join(folder, 'cluster'));
    if (alsoServer && postmaster !== null) process.kill(postmaster.pid, 'SIGKILL');
    launcher.process.kill('SIGKILL');
    await launcher.ended;
    const acknowledged = launcher.lines.map((line) => Number(line.match(/^acknowledged (\d+)$/)?.[1] ?? 0));
    return { pid: postmaster?.pid ?? 0, last: Math.max(...acknowledged) };
  };
  const startAndCount = async () => {
    const server = await startEmbeddedServer({ folder, report: () => {} });
    const { rows } = await withConnection(server.adminUrl, (admin) =>
      admin.query<{ rows: number; last: number }>('select count(*)::int as rows, max(n) as last from acknowledged'),
    );
    return { server, rows: rows[0]?.rows ?? 0, last: rows[0]?.last ?? 0 };
  };

  it('of its launcher: the next one takes over the running server, and stops it at its own end', async () => {
    const killed = await killLauncherUnderLoad(false);
    const { server, last } = await startAndCount();
    expect(findPostmaster(join(folder, 'cluster'))?.pid).toBe(killed.pid);
    expect(last).toBeGreaterThanOrEqual(killed.last);
    await server.stop();
    expect(identifyProcess(killed.pid)).toBeNull();
  });

  it('of launcher and server: the next start recovers every acknowledged row, none twice', async () => {
    const killed = await killLauncherUnderLoad(true);
    const { server, rows, last } = await startAndCount();
    expect(findPostmaster(join(folder, 'cluster'))?.pid).not.toBe(killed.pid);
    expect(last).toBeGreaterThanOrEqual(killed.last);
    expect(rows).toBe(last);
    await server.stop();
  });
});
