import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const LOG_FILE = new URL('../../../scripts/start/log-file.mjs', import.meta.url).href;

/** What a supervisor and its process do, in a process of their own. */
const writing = (folder: string, work: string) => `
  import { openLog } from ${JSON.stringify(LOG_FILE)};
  import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
  import { fstatSync } from 'node:fs';
  const open = () => openLog(${JSON.stringify(folder)}, 'service', { bytesMax: 1000, lookEveryMs: 5 });
  ${work}`;

describe('the log of a process', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'chancery-log-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const run = (work: string) =>
    spawnSync(process.execPath, ['--input-type=module', '-e', writing(folder, work)], { encoding: 'utf8' });
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');

  it('grows past its bound only until it is looked at, and the process goes on writing into it', () => {
    const { status, stderr } = run(`
      const log = open();
      log.write('early '.repeat(300));
      while (fstatSync(log.fd).size > 0) await new Promise((next) => setImmediate(next));
      spawnSync(process.execPath, ['-e', 'console.error("late, by the process")'], { stdio: ['ignore', 'ignore', log.fd] });
      log.write('late, by the supervisor');
      log.close();`);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(read('service.log')).toBe('late, by the process\nlate, by the supervisor\n');
    expect(read('service.log.1')).toMatch(/^(early ){300}\n$/);
  });

  it('is begun anew at a start that finds it too long, and kept otherwise', () => {
    expect(run(`const log = open(); log.write('short'); log.close();`).status).toBe(0);
    expect(run(`const log = open(); log.write('long '.repeat(300)); log.close();`).status).toBe(0);
    expect(read('service.log')).toMatch(/^short\n(long ){300}\n$/);
    expect(run(`const log = open(); log.write('after'); log.close();`).status).toBe(0);
    expect(read('service.log')).toBe('after\n');
    expect(read('service.log.1')).toContain('short');
  });

  it('loses lines on a full disk, and not the process that keeps it', () => {
    // /dev/full answers each write with ENOSPC.
    const { status, stdout } = spawnSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import { symlinkSync } from 'node:fs';
         import { openLog } from ${JSON.stringify(LOG_FILE)};
         symlinkSync('/dev/full', ${JSON.stringify(join(folder, 'service.log'))});
         const log = openLog(${JSON.stringify(folder)}, 'service');
         log.write('nowhere');
         console.log('goes on');`,
      ],
      { encoding: 'utf8' },
    );
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'goes on\n' });
  });

  it('on a full disk costs no process that writes into it its life', async () => {
    const preload = new URL('../../../scripts/start/end-with-parent.mjs', import.meta.url).href;
    // /dev/full answers each write with ENOSPC.
    const full = openSync('/dev/full', 'w');
    const work = `process.stderr.write('nowhere'); setTimeout(() => { console.log('goes on'); process.exit(0); }, 100);`;
    const child = spawn(process.execPath, ['--import', preload, '-e', work], { stdio: ['pipe', 'pipe', full] });
    if (child.stdout === null) throw new Error('no output');
    const [[said], [code]] = await Promise.all([once(child.stdout, 'data'), once(child, 'close')]);
    closeSync(full);
    expect({ said: String(said), code }).toEqual({ said: 'goes on\n', code: 0 });
  });
});
