import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Postmaster } from './postmaster.js';
import { identifyProcess } from './process-identity.js';
import { type ServerWatch, watchServer } from './watch-server.js';

/** A process that stands for a server, and its end. */
async function standIn(): Promise<Postmaster & { kill(): void }> {
  const child = spawn(process.execPath, ['-e', 'console.log(1); setInterval(() => {}, 1000)']);
  await once(child.stdout, 'data');
  const identity = identifyProcess(child.pid ?? 0);
  if (identity === null) throw new Error('it does not run');
  return { ...identity, port: 1, kill: () => void child.kill('SIGKILL') };
}

describe('the watch over a database server', () => {
  let watch: ServerWatch | null = null;
  afterEach(() => watch?.end());

  it('goes on trying to bring it back while the disk is full, and says so each time', async () => {
    const said: string[] = [];
    const first = await standIn();
    const next = await standIn();
    let tries = 0;
    const back = new Promise<void>((resolve) => {
      watch = watchServer({
        postmaster: first,
        report: (line) => {
          said.push(line);
          if (line === 'the database server is back') resolve();
        },
        relaunch: async () => {
          tries += 1;
          if (tries < 5) throw new Error('No space left on device');
          return next;
        },
        onLost: (error) => said.push(`lost: ${error.message}`),
      });
    });
    first.kill();
    await back;
    next.kill();

    expect(said.filter((line) => line.includes('No space left on device'))).toHaveLength(4);
    expect(said.join()).not.toContain('lost');
  });

  it('gives it up after a time, once', async () => {
    const first = await standIn();
    const lost = new Promise<Error>((resolve) => {
      watch = watchServer({
        postmaster: first,
        report: () => {},
        relaunch: () => Promise.reject(new Error('its data is gone')),
        onLost: resolve,
        triesForMs: 100,
      });
    });
    first.kill();
    expect((await lost).message).toBe('its data is gone');
  });
});
