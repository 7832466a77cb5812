import { posix } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { importsOf, type SourceFile, sourceFiles } from './source-files.js';

const ENTRIES = ['gateway/src/wiring/main.ts', 'gateway/src/wiring/setup.ts', 'gateway/src/wiring/start-gateway.ts'];
const isTestkit = (path: string): boolean => path.includes('/testkit/');

/** Everything of the gateway that a file leads to. */
function reachedFrom(entries: readonly string[], files: ReadonlyMap<string, SourceFile>): ReadonlySet<string> {
  const reached = new Set<string>(entries);
  for (const path of reached) {
    const file = files.get(path);
    for (const specifier of file ? importsOf(file) : []) {
      if (!specifier.startsWith('.')) continue;
      reached.add(posix.join(posix.dirname(path), specifier).replace(/\.js$/, '.ts'));
    }
  }
  return reached;
}

describe('the gateway in production', () => {
  const files = new Map(
    sourceFiles(['gateway', 'services', 'notary', 'witness', 'packages', 'scripts']).map((file) => [file.path, file]),
  );

  it('has no way into the unlabelled mode, whatever it is told at start', () => {
    const reached = reachedFrom(ENTRIES, files);

    expect(reached.size).toBeGreaterThan(80);
    expect([...reached].filter(isTestkit)).toEqual([]);
  });

  it('is built of nothing that is for tests, and neither are the services', () => {
    const leading = [...files.values()]
      .filter(({ isTest }) => !isTest)
      .filter((file) => importsOf(file).some((specifier) => specifier.includes('unlabelled')));

    expect(leading.map(({ path }) => path)).toEqual([]);
  });
});
