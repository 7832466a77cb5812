import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { importsOf, ROOT, sourceFiles } from './source-files.js';

/** Packages that offer named modules only, with where they lie. */
const FACED = [
  ['shared', 'packages/shared'],
  ['policy', 'packages/policy'],
  ['ledger', 'packages/ledger'],
  ['missions', 'services/missions'],
  ['incidents', 'services/incidents'],
  ['intel', 'services/intel'],
  ['compliance', 'services/compliance'],
  ['gateway', 'gateway'],
  ['notary', 'notary'],
  ['witness', 'witness'],
] as const;

function exportsOf(folder: string): ReadonlyMap<string, string> {
  const text = readFileSync(join(ROOT, folder, 'package.json'), 'utf8');
  const { exports } = JSON.parse(text) as { exports: Readonly<Record<string, { readonly default: string } | null>> };
  const offered = Object.entries(exports).flatMap(([face, target]): [string, string][] =>
    target === null ? [] : [[face, target.default]],
  );
  return new Map(offered);
}

describe.each(FACED)('the faces of %s', (name, folder) => {
  const faces = exportsOf(folder);
  const imported = sourceFiles()
    .filter(({ path }) => !path.startsWith(`${folder}/`))
    .flatMap(importsOf)
    .flatMap((specifier) =>
      specifier.startsWith(`@chancery/${name}/`) ? [specifier.split('/').slice(2).join('/')] : [],
    );

  it('are named: nothing offers every module', () => {
    expect([...faces.keys()].filter((face) => face === './*')).toEqual([]);
  });

  it('are modules that there are', () => {
    const sources = [...faces.values()].map((target) => target.replace('./dist/', 'src/').replace(/\.js$/, '.ts'));
    const missing = sources.filter((source) => {
      const place = source.endsWith('/*.ts') ? source.slice(0, -'/*.ts'.length) : source;
      return !place.startsWith('src/generated/') && !existsSync(join(ROOT, folder, place));
    });

    expect(missing).toEqual([]);
  });

  it('are each looked into by another part', () => {
    const unused = [...faces.keys()].filter((face) => {
      const prefix = face.replace(/^\.\//, '').replace(/\*$/, '');
      return !imported.some((module) => (face.endsWith('*') ? module.startsWith(prefix) : module === prefix));
    });

    expect(unused).toEqual([]);
  });
});
