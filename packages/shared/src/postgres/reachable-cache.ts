import { chmodSync, existsSync, lstatSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ConfigurationError } from '../errors.js';

/** Where root keeps what `nobody` must reach: not under /tmp, which is emptied, and /var/tmp only second, for old files are swept there. */
export const CACHE_CANDIDATES = ['/var/lib/chancery', '/var/tmp/chancery'] as const;

/** The first of the folders that this process can make and nobody else can write in. */
export function chooseCache(candidates: readonly string[]): string {
  const refused: string[] = [];
  for (const path of candidates) {
    try {
      if (!existsSync(path)) makeFolder(path, 0o755);
      const stat = lstatSync(path);
      if (stat.isDirectory() && stat.uid === process.getuid?.() && (stat.mode & 0o022) === 0) return path;
      refused.push(`\`${path}\` is open to another user`);
    } catch (error) {
      refused.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new ConfigurationError(
    `\`nobody\` cannot reach the data folder, and there is no other place: ${refused.join(', ')}; move CHANCERY_DATA, or set DATABASE_URL`,
  );
}

/** Makes a place in the cache: root's folder with the account's inside, so that whoever else runs as `nobody` cannot put another cluster there. */
export function makeCacheFolder(cache: string, place: string): string {
  const path = join(cache, place);
  makeFolder(path, 0o711);
  return path;
}

function makeFolder(path: string, mode: number): void {
  if (!existsSync(dirname(path))) throw new ConfigurationError(`there is no \`${dirname(path)}\``);
  mkdirSync(path);
  chmodSync(path, mode);
}
