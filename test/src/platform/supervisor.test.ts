import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { findPostmaster } from '@chancery/shared/postgres/postmaster';
import { childProcesses, identifyProcess } from '@chancery/shared/postgres/process-identity';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { runNode, type Supervised } from './supervised.js';

const FIXTURE = join(import.meta.dirname, '../../src/platform/fixtures/start.mjs');

describe('the supervisor', () => {
  // One for all: every start but the first finds the database of the one before.
  let data: string;
  let running: Supervised[];
  beforeAll(() => {
    data = makeFolder();
  });
  afterAll(() => rmSync(data, { recursive: true, force: true }));
  beforeEach(() => {
    running = [];
  });
  afterEach(async () => {
    for (const { process: child, ended } of running) {
      child.kill('SIGTERM');
      await ended;
    }
  });
  const start = (folder = data) => {
    const started = runNode([FIXTURE, folder]);
    running.push(started);
    return started;
  };
  const allProcesses = (supervisor: Supervised) => {
    const postmaster = findPostmaster(join(data, 'postgres/cluster'))?.pid ?? 0;
    const own = supervisor.process.pid ?? 0;
    return [own, ...childProcesses(own), postmaster, ...childProcesses(postmaster)];
  };
  const survivors = (pids: readonly number[]) => pids.filter((pid) => identifyProcess(pid) !== null);

  it.each(['SIGTERM', 'SIGINT'] as const)('leaves no process behind at %s, the database included', async (signal) => {
    const supervisor = start();
    await supervisor.line(/^ready /);
    const pids = allProcesses(supervisor);
    expect(pids.length).toBeGreaterThan(8);
    supervisor.process.kill(signal);
    supervisor.process.kill(signal);
    expect(await supervisor.ended).toEqual({ code: 0, signal: null });
    expect(survivors(pids)).toEqual([]);
    expect(supervisor.lines.at(-1)).toBe('stopped');
  });

  it('leaves no process behind when the signal comes while it starts', async () => {
    const fresh = makeFolder();
    const supervisor = start(fresh);
    await supervisor.line(/making the database/);
    supervisor.process.kill('SIGTERM');
    expect((await supervisor.ended).code).toBe(0);
    expect(supervisor.lines.some((line) => line.startsWith('ready'))).toBe(false);
    expect(findPostmaster(join(fresh, 'postgres/cluster'))).toBeNull();
    rmSync(fresh, { recursive: true });
  });

  it('starts a process that dies again alone, says which and where its log is, and leaves the others running', async () => {
    const supervisor = start();
    const [, first, second] = await supervisor.line(/^ready (\S+) (\S+)/);
    const before = childProcesses(supervisor.process.pid ?? 0);
    await fetch(`${first}/die`).catch(() => {});
    await supervisor.line(/^first is back/);
    expect(supervisor.lines.join('\n')).toContain(
      `first ended by itself (exit code 3); the end of ${join(data, 'logs/first.log')}`,
    );
    expect(await (await fetch(`${first}/`)).text()).toBe('ok');
    expect(await (await fetch(`${second}/`)).text()).toBe('ok');
    const after = childProcesses(supervisor.process.pid ?? 0);
    expect(before.filter((pid) => after.includes(pid))).toHaveLength(before.length - 1);
  });

  it('ends everything with code 1 when a process dies again and again', async () => {
    const supervisor = start();
    const [, url] = await supervisor.line(/^ready (\S+)/);
    const pids = allProcesses(supervisor);
    let isOver = false;
    void supervisor.ended.then(() => {
      isOver = true;
    });
    while (!isOver) {
      await fetch(`${url}/die`).catch(() => {});
      await setImmediate();
    }
    expect((await supervisor.ended).code).toBe(1);
    expect(supervisor.lines.join('\n')).toContain('for the 5th time: giving up');
    expect(survivors(pids)).toEqual([]);
  });

  it('kills a process that hears no signal, says so, and does not call that a clean stop', async () => {
    const supervisor = start();
    const [, url] = await supervisor.line(/^ready (\S+)/);
    const pids = allProcesses(supervisor);
    await fetch(`${url}/deaf`);
    supervisor.process.kill('SIGTERM');
    expect((await supervisor.ended).code).toBe(1);
    expect(supervisor.lines.join('\n')).toContain('first did not stop in time and was killed');
    expect(supervisor.lines.at(-1)).not.toBe('stopped');
    expect(survivors(pids)).toEqual([]);
  });

  it('leaves no process behind when it is killed itself, not even one that hears no signal', async () => {
    const killed = start();
    const [, url] = await killed.line(/^ready (\S+)/);
    const postmaster = findPostmaster(join(data, 'postgres/cluster'))?.pid;
    const children = childProcesses(killed.process.pid ?? 0).filter((pid) => pid !== postmaster);
    await fetch(`${url}/deaf`);
    killed.process.kill('SIGKILL');
    await killed.ended;
    await untilNone(() => survivors(children));
  });

  it('takes its children with it when it is killed, and the next start finds the database again', async () => {
    const killed = start();
    await killed.line(/^ready /);
    const [, count] = await killed.line(/^start (\d+)/);
    const postmaster = findPostmaster(join(data, 'postgres/cluster'))?.pid;
    const children = childProcesses(killed.process.pid ?? 0).filter((pid) => pid !== postmaster);
    expect(children).toHaveLength(3);
    killed.process.kill('SIGKILL');
    await killed.ended;
    await untilNone(() => survivors(children));

    const next = start();
    await next.line(/^ready /);
    expect(next.lines).toContain(`start ${Number(count) + 1}`);
    expect(findPostmaster(join(data, 'postgres/cluster'))?.pid).toBe(postmaster);
  });

  it('refuses a second start on the same data, and leaves the first alone', async () => {
    const first = start();
    const [, url] = await first.line(/^ready (\S+)/);
    const second = start();
    expect((await second.ended).code).toBe(1);
    expect(second.lines.join('\n')).toContain(`chancery runs already on \`${data}\``);
    expect(await (await fetch(`${url}`)).text()).toBe('ok');
  });

  it('gives each process the addresses of those that are ready before it, and keeps their logs to itself', async () => {
    rmSync(join(data, 'logs'), { recursive: true, force: true });
    const supervisor = start();
    const [, url] = await supervisor.line(/^ready (\S+)/);
    const [line] = readFileSync(join(data, 'logs/front.log'), 'utf8').split('\n');
    expect(JSON.parse(line ?? '')).toMatchObject({ calls: url });
    expect(supervisor.lines).toContain('setup: imported 2 rows');
    expect(openToOthers(data)).toEqual([]);
    expect(supervisor.lines.join('\n')).not.toContain('started');
    expect(readdirSync(join(data, 'logs')).sort()).toEqual(['first.log', 'front.log', 'second.log', 'setup.log']);
  });
});

async function untilNone(find: () => readonly number[]): Promise<void> {
  while (find().length > 0) await setImmediate();
}

function openToOthers(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => (statSync(file).mode & 0o077) !== 0);
}

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-start-'));
  // mkdtemp makes 0700, and the database server of root runs as `nobody`.
  chmodSync(folder, 0o711);
  return folder;
}
