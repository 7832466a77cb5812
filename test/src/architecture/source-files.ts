import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

const IGNORED = new Set(['node_modules', 'dist', 'generated']);

export interface SourceFile {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly isTest: boolean;
}

function filesUnder(folder: string, endings: readonly string[]): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (IGNORED.has(entry.name) || entry.name.startsWith('.')) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(path, endings);
    return endings.some((ending) => entry.name.endsWith(ending)) ? [path] : [];
  });
}

/** Every source file of the packages, generated ones left out. */
export function sourceFiles(
  folders = ['packages', 'services', 'gateway', 'notary', 'witness', 'test', 'scripts', 'bench'],
): SourceFile[] {
  return folders
    .flatMap((folder) => filesUnder(join(ROOT, folder), ['.ts', '.mjs']))
    .map((file) => ({
      path: relative(ROOT, file),
      text: readFileSync(file, 'utf8'),
      isTest: /\.test\.ts$|\/testkit\//.test(file) || relative(ROOT, file).startsWith('test/'),
    }));
}

/** The pages that people read, of every folder. */
export const documents = (): string[] => filesUnder(ROOT, ['.md']).map((file) => relative(ROOT, file));

const IMPORT = /(?:from|import)\s*\(?\s*'([^']+)'/g;

export const importsOf = (file: SourceFile): string[] => [...file.text.matchAll(IMPORT)].map((match) => match[1] ?? '');
