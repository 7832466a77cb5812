import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { identifyProcess } from '@chancery/shared/postgres/process-identity';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runNode } from './supervised.js';

const CHECKOUT = resolve(import.meta.dirname, '../../..');
const RUN = join(CHECKOUT, 'scripts/run.mjs');
const fixture = (name: string) => join(import.meta.dirname, '../../src/platform/fixtures', name);

describe('scripts/run.mjs', () => {
  let data: string;
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'chancery-run-'));
  });
  afterEach(() => rmSync(data, { recursive: true, force: true }));

  it('refuses a Node that is too old, before it reads anything that such a Node cannot', async () => {
    const pretend = 'data:text/javascript,Object.defineProperty(process,"versions",{value:{node:"18.20.4"}})';
    const run = runNode(['--import', pretend, RUN, 'start']);
    expect((await run.ended).code).toBe(1);
    expect(run.lines).toEqual(['chancery needs Node 20.19 or newer, and this is 18.20.4']);
  });

  it('names the commands there are when it does not know one', async () => {
    const run = runNode([RUN, 'constructor']);
    expect((await run.ended).code).toBe(2);
    expect(run.lines.join()).toContain('unknown command `constructor`; there are start, serve, test,');
  });

  it('passes a signal on, waits for the step to end, and takes over its exit code', async () => {
    const run = runNode([fixture('step.mjs')]);
    const [, pid] = await run.line(/^step (\d+)/);
    run.process.kill('SIGTERM');
    expect(await run.ended).toEqual({ code: 7, signal: null });
    expect(identifyProcess(Number(pid))).toBeNull();
  });

  it('lets a step end in its own way when whoever reads what it says has heard enough', async () => {
    const run = runNode([fixture('heard-enough.mjs')]);
    await run.line(/^more$/);
    run.process.stdout?.destroy();
    expect(await run.ended).toEqual({ code: 5, signal: null });
    expect(run.lines.filter((line) => line !== 'more')).toEqual(['ended in order']);
  });

  it('ends the step when npm is killed, which tells nobody', async () => {
    const npm = runNode([fixture('npm.mjs')]);
    const [, pid] = await npm.line(/^step (\d+)/);
    npm.process.kill('SIGKILL');
    while (identifyProcess(Number(pid)) !== null) await pause(20);
    await npm.ended;
  });

  it('prints a token and nothing else on standard output', async () => {
    const run = runNode([RUN, 'token', '--as', 'ury.observer', '--case', 'inc_1'], { CHANCERY_DATA: data });
    expect((await run.ended).code).toBe(0);
    expect(run.output()).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(run.lines.join('\n')).toContain('Chancery-Case: inc_1');
  });

  it('says that there is no ledger yet instead of calling an empty one whole', async () => {
    const run = runNode([RUN, 'ledger:verify'], { CHANCERY_DATA: data });
    expect((await run.ended).code).toBe(2);
    expect(run.lines.join('\n')).toContain(`there is no database in \`${data}\` yet`);
  });
});

describe('the tally of a test run', () => {
  it.each([
    [{ numPassedTests: 12, numFailedTests: 0, numRuntimeErrorTestSuites: 0 }, '12 passed, 0 failed'],
    [{ numPassedTests: 12, numFailedTests: 1, numRuntimeErrorTestSuites: 2 }, '12 passed, 3 failed'],
  ])('is the last line, and counts a file that does not load as failed: %j', async (results, tally) => {
    const reporter = JSON.stringify(join(CHECKOUT, 'scripts/jest/tally-reporter.mjs'));
    const script = `import(${reporter}).then(({ default: Reporter }) => {
      new Reporter().onRunComplete(new Set(), ${JSON.stringify(results)});
      console.log('said later');
    })`;
    const run = runNode(['-e', script]);
    await run.ended;
    expect(run.lines).toEqual(['said later', tally]);
  });
});

describe('the npm scripts', () => {
  it('call nothing but scripts/run.mjs, so that node and npm alone are enough', () => {
    const { scripts } = JSON.parse(readFileSync(join(CHECKOUT, 'package.json'), 'utf8'));
    const commands = Object.entries<string>(scripts);
    expect(commands.length).toBeGreaterThan(4);
    // In the place of npm's shell, which keeps SIGINT to itself.
    for (const [name, command] of commands) expect(command).toBe(`exec node scripts/run.mjs ${name}`);
  });

  it('hand the files asked for to jest as files, not as reporters', async () => {
    const { COMMANDS } = await import(join(CHECKOUT, 'scripts/run/commands.mjs'));
    const [{ args }] = COMMANDS.test(['gateway/src/stages/redact']);
    expect(args.indexOf('gateway/src/stages/redact')).toBeGreaterThan(0);
    expect(args.indexOf('gateway/src/stages/redact')).toBeLessThan(args.indexOf('--reporters=default'));
  });
});
