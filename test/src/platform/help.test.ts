import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

interface Step {
  readonly args: readonly string[];
}

const CHECKOUT = resolve(import.meta.dirname, '../../..');
const { COMMANDS } = (await import(join(CHECKOUT, 'scripts/run/commands.mjs'))) as {
  COMMANDS: Record<string, (args: readonly string[]) => Step[]>;
};
/** They hand `--help` to a tool of others. */
const TOOLS = ['test', 'check', 'style', 'format'];
const OURS = Object.keys(COMMANDS).filter((name) => !TOOLS.includes(name));
/** Benches read their words by the same function, and half of the time would be theirs. */
const TOLD = OURS.filter((name) => !name.startsWith('bench:'));
/** Its 3 is of a question that could not be read. */
const UNUSABLE: Readonly<Record<string, number>> = { 'law:ask': 2 };

/** Where there is no data yet: nothing may be made of a wrong command line. */
function run(name: string, ...words: readonly string[]) {
  const [step] = COMMANDS[name]?.(words) ?? [];
  const env = { ...process.env, CHANCERY_DATA: '/proc/chancery' };
  return spawnSync(process.execPath, [...(step?.args ?? [])], { encoding: 'utf8', cwd: CHECKOUT, env });
}

describe('every command of ours', () => {
  it('is among those that are tried', () => {
    expect(OURS.length).toBeGreaterThan(10);
  });

  it.each(OURS)('%s explains itself when asked, and does nothing else', (name) => {
    const { status, stdout } = run(name, '--help');
    expect(stdout).toMatch(/^usage: /);
    expect(stdout.length).toBeLessThan(3_000);
    expect(status).toBe(0);
  });

  it.each([
    ['restore', ['/tmp', '--to-time', '2026-02-30T00:00:00Z'], '--to-time: `2026-02-30T00:00:00Z` is no time'],
    [
      'restore',
      ['/tmp', '--to-time', '2026-04-31T12:00:00+02:00'],
      '--to-time: `2026-04-31T12:00:00+02:00` is no time',
    ],
    ['hunt', ['nowhere.test.ts'], 'FILE: `nowhere.test.ts` is not there'],
  ])('%s takes nothing else for what is not there, a day or a file: %j', (name, words, complaint) => {
    const { status, stderr } = run(name, ...words);
    expect(stderr.split('\n')[0]).toContain(complaint);
    expect(status).toBe(3);
  });

  it.each(TOLD)('%s names the option that it does not know, before it looks for a database', (name) => {
    const { status, stdout, stderr } = run(name, '--bogus');
    expect(stderr.split('\n')[0]).toContain('--bogus');
    expect(stderr).toContain('\nusage: ');
    expect({ status, stdout }).toEqual({ status: UNUSABLE[name] ?? 3, stdout: '' });
  });
});
