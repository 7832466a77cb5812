import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

/** Every module that a file reaches through imports, relative ones followed, others by their specifier. */
function reachedFrom(start: URL): { readonly files: Set<string>; readonly packages: Set<string> } {
  const files = new Set<string>();
  const packages = new Set<string>();
  const open = [start];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (files.has(file.href)) continue;
    files.add(file.href);
    const text = readFileSync(file, 'utf8');
    for (const [, specifier = ''] of text.matchAll(/(?:from|import|require)\s*\(?\s*['"]([^'"]+)['"]/g)) {
      if (specifier.startsWith('.')) open.push(new URL(specifier.replace(/\.js$/, '.ts'), file));
      else packages.add(specifier);
    }
  }
  return { files, packages };
}

const NEVER_SERVES = /\/src\/(compile|testkit|mutation|guarantees|prove|explain|ask|register)\//;

describe('a process that serves', () => {
  const { files, packages } = reachedFrom(new URL('../../src/engine.ts', import.meta.url));

  it('reaches through the engine no WebAssembly, and nothing that compiles, explains, proves or tests', () => {
    expect(files.size).toBeGreaterThan(10);
    expect([...files].filter((file) => NEVER_SERVES.test(file))).toEqual([]);
    expect([...packages].filter((name) => !name.startsWith('@chancery/shared/'))).toEqual([]);
  });

  it('would be seen to reach it, if it did', () => {
    const compiler = reachedFrom(new URL('../../src/compile/cedar-evaluator.ts', import.meta.url));
    const prover = reachedFrom(new URL('../../src/prove/prove-cli.ts', import.meta.url));

    expect(compiler.packages).toContain('@cedar-policy/cedar-wasm/nodejs');
    expect(prover.packages).toContain('z3-solver');
    expect(existsSync(new URL('../../src/compile/cedar-wasm.ts', import.meta.url))).toBe(true);
  });
});
