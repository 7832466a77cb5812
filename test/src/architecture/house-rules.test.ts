import { describe, expect, it } from '@jest/globals';
import { importsOf, sourceFiles } from './source-files.js';

const LINES_MAX = 300;
const TEST_LINES_MAX = 400;
const JUNK_DRAWER = /(^|\/)(utils?|helpers?|common|misc)(\/|\.ts$)/;
const TYPE_HOLE = /\bas any\b|[:<]\s*any\s*([;,)=>|&[\]{}]|$)|@ts-(ignore|expect-error|nocheck)|biome-ignore/m;
const SILENCED_TEST = /\b(it|test|describe)\.(skip|only|todo)\b|\bx(it|describe)\(/;

describe('the rules of the house', () => {
  const files = sourceFiles();
  const self = 'test/src/architecture/house-rules.test.ts';

  it('no source file is longer than 300 lines, no test longer than 400', () => {
    const tooLong = files.filter(
      (file) => file.text.split('\n').length - 1 > (file.isTest ? TEST_LINES_MAX : LINES_MAX),
    );
    expect(tooLong.map((file) => file.path)).toEqual([]);
  });

  it('no junk drawer, no barrel', () => {
    expect(files.filter((file) => JUNK_DRAWER.test(file.path) || file.path.endsWith('/index.ts'))).toEqual([]);
  });

  it('no hole in the types, no silenced test', () => {
    const holes = files.filter(
      (file) => file.path !== self && (TYPE_HOLE.test(file.text) || SILENCED_TEST.test(file.text)),
    );
    expect(holes.map((file) => file.path)).toEqual([]);
  });

  it('knows a hole when it sees one, and prose when it reads it', () => {
    for (const hole of ['const x: any = 1;', 'f(x: any)', 'Map<any, string>', 'x: any[]', 'y as any']) {
      expect(hole).toMatch(TYPE_HOLE);
    }
    expect('is UNKNOWN: any role of its kind').not.toMatch(TYPE_HOLE);
  });

  it('no WebAssembly policy engine and no solver in a serving process', () => {
    const serving = files.filter((file) => /^(gateway|services|packages\/shared)\//.test(file.path) && !file.isTest);
    expect(
      serving
        .filter((file) => importsOf(file).some((name) => /cedar-wasm|z3-solver|\/prove\//.test(name)))
        .map((file) => file.path),
    ).toEqual([]);
  });

  it('a hook or test that starts the whole has a limit of its own, not that of a test', () => {
    const starting = files.filter(
      (file) =>
        file.path.endsWith('.test.ts') && importsOf(file).some((name) => /testkit\/(mesh|world)\.js$/.test(name)),
    );
    expect(starting.length).toBeGreaterThan(5);
    const limited = /\},\s+MESH_STARTS_WITHIN_MS,?\s*\);/;
    expect(starting.filter(({ text }) => !limited.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
