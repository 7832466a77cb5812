import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { identifyProcess } from '@chancery/shared/postgres/process-identity';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runNode } from './supervised.js';

const CHECKOUT = resolve(import.meta.dirname, '../../..');
const WORDS = `import { beforeEach, expect, it } from '@jest/globals';`;

/** One of two files that import one module, in whichever order they run; each says what ran before its test. */
const oneOfTwo = (name: string): string => `${WORDS}
    import { loads } from './loaded.js';
    const ran = (globalThis.ran ??= []);
    const earlier = ran.length;
    beforeEach(() => ran.push('${name}'));
    it('${name} runs what it asked for alone, and loads nothing twice', () => {
      expect([ran.slice(earlier), loads()]).toEqual([['${name}'], 1]);
    });`;

/** Files of tests as the compiler leaves them, by name. */
const FILES = {
  first: oneOfTwo('first'),
  second: oneOfTwo('second'),
  failing: `${WORDS}
    it('holds what does not', () => { expect('open').toBe('closed'); });`,
  unloadable: `throw new Error('cannot be loaded');`,
  leaving: `${WORDS}
    import { spawn } from 'node:child_process';
    import { writeFileSync } from 'node:fs';
    it('leaves a process that holds its output', () => {
      const left = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
      writeFileSync(new URL('left', import.meta.url), String(left.pid));
    });`,
};
const LOADED = `
  globalThis.loads = (globalThis.loads ?? 0) + 1;
  export const loads = () => globalThis.loads;`;

describe('a run of tests', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-tests-'));
  const write = (file: string, text: string): void => writeFileSync(join(folder, file), text);
  let said: string;
  let code: number | null;

  beforeAll(async () => {
    for (const part of ['src', 'dist']) mkdirSync(join(folder, part));
    write('package.json', '{ "type": "module" }');
    write('dist/loaded.js', LOADED);
    for (const [name, text] of Object.entries(FILES)) {
      write(`src/${name}.test.ts`, '');
      write(`dist/${name}.test.js`, text);
    }
    write('src/unbuilt.test.ts', '');
    const { transform, testRunner, workerIdleMemoryLimit } = (await import(`${CHECKOUT}/jest.config.mjs`)).default;
    const testMatch = ['**/src/**/*.test.ts'];
    const runner = testRunner.replace('<rootDir>', CHECKOUT);
    const config = { rootDir: folder, testMatch, transform, testRunner: runner, workerIdleMemoryLimit };
    const jest = join(CHECKOUT, 'node_modules/jest/bin/jest.js');
    const run = runNode([jest, '--maxWorkers=1', '--verbose', '--config', JSON.stringify(config)]);
    ({ code } = await run.ended);
    said = run.lines.join('\n');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('loads once what several files import, and keeps the words of each apart', () => {
    for (const name of ['first', 'second']) {
      expect(said).toContain(`✓ ${name} runs what it asked for alone, and loads nothing twice`);
    }
  });

  it('fails with a test that fails, and with a file that cannot be loaded or was not built', () => {
    expect(code).toBe(1);
    expect(said).toContain('✕ holds what does not');
    expect(said).toContain('cannot be loaded');
    expect(said).toMatch(/unbuilt\.test\.js` is not there: build first/);
    expect(said).toMatch(/^Test Suites: +4 failed, 2 passed, 6 total$/m);
  });

  it('ends, with the processes that a file left behind, and names them', () => {
    expect(said).toMatch(/processes that the tests of this file left behind: .*setInterval/);
    expect(identifyProcess(Number(readFileSync(join(folder, 'dist/left'), 'utf8')))).toBeNull();
  });
});
