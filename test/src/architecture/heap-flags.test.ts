import { describe, expect, it } from '@jest/globals';
import { sourceFiles } from './source-files.js';

/** The list of flags of the engine in a file; it is written twice, for what serves and what measures know nothing of one another. */
function heapFlagsOf(path: string): readonly string[] {
  const file = sourceFiles(['scripts', 'bench']).find((each) => each.path === path);
  const [, list = ''] = /const HEAP = \[([^\]]*)\]/.exec(file?.text ?? '') ?? [];
  return [...list.matchAll(/'([^']+)'/g)].map(([, flag = '']) => flag);
}

describe('the gateway that the bench measures', () => {
  it('is started with the memory that a start gives it', () => {
    const started = heapFlagsOf('scripts/start/processes.mjs');

    expect(started).toContain('--heap-growing-percent=100');
    expect(heapFlagsOf('bench/src/gateway/contestants/ours.ts')).toEqual(started);
  });
});
