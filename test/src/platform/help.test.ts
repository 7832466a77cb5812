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

describe('every command of ours', () => {
  it('is among those that are tried', () => {
    expect(OURS.length).toBeGreaterThan(10);
  });

  it.each(OURS)('%s explains itself when asked, and does nothing else', (name) => {
    const [step] = COMMANDS[name]?.(['--help']) ?? [];
    const { status, stdout } = spawnSync(process.execPath, [...(step?.args ?? [])], {
      encoding: 'utf8',
      cwd: CHECKOUT,
    });
    expect(stdout).toMatch(/^usage: /);
    expect(stdout.length).toBeLessThan(3_000);
    expect(status).toBe(0);
  });
});
