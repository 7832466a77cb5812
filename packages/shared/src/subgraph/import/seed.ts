import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { QueryRunner } from 'typeorm';
import { sha256Of } from '../../brands.js';
import type { ImportClient } from './import-transaction.js';
import { readImport } from './read-import.js';

/** What an import is made from: when none of it has changed, importing again would change nothing. */
export interface Seed {
  /** Text of each file, by its name. */
  readonly files: Readonly<Record<string, string>>;
  /** Digest of each file, and of whatever else the rows depend on. */
  readonly digests: Readonly<Record<string, string>>;
}

export interface SeedOptions {
  readonly dataFolder: string;
  readonly files: readonly string[];
  /** Folder of the importer's code. */
  readonly code: string;
  readonly exercise: boolean;
  /** What else the rows follow from, by name: texts that lie in no data folder. */
  readonly besides?: Readonly<Record<string, string>>;
}

/** Folder of this package's code, which every importer calls. */
const SHARED_CODE = join(import.meta.dirname, '../..');

/** Makes the table of what was imported last. */
export async function createImportedTable(runner: QueryRunner): Promise<void> {
  await runner.query('create table imported (source text primary key, digest text not null)');
}

/** Reads the files of an import; refused like `readImport` does. */
export async function readSeed({ dataFolder, files, code, exercise, besides = {} }: SeedOptions): Promise<Seed> {
  const texts = await Promise.all(files.map(async (file) => [file, await readImport(dataFolder, file)] as const));
  return {
    files: Object.fromEntries(texts),
    digests: {
      ...Object.fromEntries([...texts, ...Object.entries(besides)].map(([file, text]) => [file, sha256Of(text)])),
      // Other code can make other rows of the same file. A number that somebody must raise would be forgotten.
      importer: sha256Of(`${exercise} ${codeDigest(code)} ${codeDigest(SHARED_CODE)}`),
    },
  };
}

/** The text of one file of a seed. */
export function textOf({ files }: Seed, file: string): string {
  const text = files[file];
  if (text === undefined) throw new RangeError(`the seed has no \`${file}\``);
  return text;
}

/** Runs an import unless its seed is what was imported last; what it was made from is noted in the same transaction. Tells whether it ran. */
export async function importOnce(client: ImportClient, seed: Seed, work: () => Promise<void>): Promise<boolean> {
  const { rows } = await client.query<{ source: string; digest: string }>('select source, digest from imported');
  const noted = new Map(rows.map(({ source, digest }) => [source, digest]));
  const entries = Object.entries(seed.digests);
  if (noted.size === entries.length && entries.every(([source, digest]) => noted.get(source) === digest)) return false;
  await work();
  await forgetImports(client);
  await client.query('insert into imported (source, digest) select * from unnest($1::text[], $2::text[])', [
    entries.map(([source]) => source),
    entries.map(([, digest]) => digest),
  ]);
  return true;
}

/** The next import runs whatever its seed: something else that its rows depend on has changed. */
export async function forgetImports(client: ImportClient): Promise<void> {
  await client.query('delete from imported');
}

const digests = new Map<string, string>();

/** Digest of all code below a folder, and of the versions that it is built with. */
function codeDigest(folder: string): string {
  const known = digests.get(folder);
  if (known !== undefined) return known;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.d|\.test)\.[jt]s$/.test(file))
    .sort();
  const texts = [join('..', 'package.json'), ...files].map(
    (file) => `${file} ${sha256Of(readFileSync(join(folder, file), 'utf8'))}`,
  );
  const digest = sha256Of(texts.join('\n'));
  digests.set(folder, digest);
  return digest;
}
