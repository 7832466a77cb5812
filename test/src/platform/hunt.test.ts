import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sourceFiles } from '../architecture/source-files.js';

const CHECKOUT = resolve(import.meta.dirname, '../../..');
const { failuresIn, tellFailure } = (await import(join(CHECKOUT, 'scripts/jest/found.mjs'))) as {
  failuresIn(report: object): [object, object];
  tellFailure(failure: object, run: { seed: number; times: string }): string;
};
const HUNTED = join(CHECKOUT, 'scripts/jest/hunted-fast-check.mjs');

/** What a property draws that a test runs with these parameters, by this module. */
function drawnBy(
  module: string,
  parameters: fc.Parameters,
  hunt: { seed: number; times: number; path?: string },
): number[] {
  const property = `
    const { default: fc } = await import(${JSON.stringify(module)});
    const drawn = [];
    fc.assert(fc.property(fc.nat(), (each) => { drawn.push(each); }), ${JSON.stringify(parameters)});
    process.stdout.write(JSON.stringify(drawn));
  `;
  const env = { ...process.env, CHANCERY_HUNT: JSON.stringify(hunt) };
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', property], {
    cwd: CHECKOUT,
    encoding: 'utf8',
    env,
  });
  return JSON.parse(stdout) as number[];
}

describe('what tests draw by chance', () => {
  it('is the same whenever it is drawn', () => {
    // Unseeded, fast-check begins at the clock.
    expect(fc.sample(fc.nat(), 20)).toEqual(fc.sample(fc.nat(), 20));
  });

  it('comes from nothing that cannot be seeded', () => {
    const self = 'test/src/platform/hunt.test.ts';
    const unseeded = sourceFiles().filter(({ path, text }) => path !== self && text.includes('Math.random'));
    expect(unseeded.map(({ path }) => path)).toEqual([]);
  });
});

describe('a hunt', () => {
  const asWritten = { seed: 7, numRuns: 3 };

  it('begins each property where it was told, whatever seed the property names, and runs it more often', () => {
    const hunt = { seed: 11, times: 4 };
    const drawn = drawnBy(HUNTED, asWritten, hunt);

    expect(drawn).toEqual(drawnBy('fast-check', { seed: 11, numRuns: 12 }, hunt));
    expect(drawn).not.toEqual(drawnBy(HUNTED, asWritten, { seed: 12, times: 4 }));
  });

  it('draws again the one case that it found', () => {
    const drawn = drawnBy(HUNTED, asWritten, { seed: 11, times: 4 });

    expect(drawnBy(HUNTED, asWritten, { seed: 11, times: 4, path: '9' })[0]).toBe(drawn[9]);
  });

  it('tells what it found by the command that shows it again, and what did not even load', () => {
    const [property, file] = failuresIn({
      testResults: [
        {
          name: 'a.test.ts',
          status: 'failed',
          message: '',
          assertionResults: [
            { status: 'passed', fullName: 'holds', failureMessages: [] },
            {
              status: 'failed',
              fullName: "a thing's law holds (always)",
              failureMessages: [
                'Error: Property failed\n{ seed: 7, path: "3:0:1" }\nCounterexample: [0]\n    at f (g.ts:1:1)\n',
              ],
            },
          ],
        },
        { name: 'b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
      ],
    });
    const told = tellFailure(property, { seed: 7, times: '5' });

    expect(told).toContain('Counterexample: [0]');
    expect(told).not.toContain('g.ts');
    expect(told).toContain(
      `again: npm run hunt -- --seed 7 --path 3:0:1 --title 'a thing'\\''s law holds (always)' a.test.ts\n`,
    );
    expect(tellFailure(file, { seed: 7, times: '5' })).toContain(
      'again: npm run hunt -- --seed 7 --times 5 b.test.ts\n',
    );
  });
});
