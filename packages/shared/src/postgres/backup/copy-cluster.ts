import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerAccount } from '../server-account.js';

/** Folders whose contents a copy leaves out (PostgreSQL 25.3.4.1): they are made anew, or come from the archive. */
const EMPTY = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_subtrans',
  'pg_stat_tmp',
  'pg_dynshmem',
]);
const LEFT_OUT = /^(postmaster\.(pid|opts)|pgsql_tmp.*|pg_internal\.init.*|backup_label(\.old)?|tablespace_map)$/;

/** Copies the files of a cluster while its server runs; a file that goes away meanwhile is not missed. */
export function copyCluster(from: string, to: string): void {
  mkdirSync(to, { mode: 0o700 });
  for (const name of readdirSync(from)) {
    if (LEFT_OUT.test(name)) continue;
    if (EMPTY.has(name)) mkdirSync(join(to, name), { mode: 0o700 });
    else copyPart(join(from, name), join(to, name));
  }
}

function copyPart(from: string, to: string): void {
  try {
    if (statSync(from).isDirectory()) {
      mkdirSync(to, { mode: 0o700 });
      for (const name of readdirSync(from)) if (!LEFT_OUT.test(name)) copyPart(join(from, name), join(to, name));
    } else {
      cpSync(from, to, { preserveTimestamps: true });
    }
  } catch (error) {
    // A relation that was dropped between the listing and the copy: recovery drops it too.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || existsSync(from)) throw error;
  }
}

/** Gives a folder and all in it to the server's account, closed to everybody else. */
export function giveWhole(account: ServerAccount, path: string): void {
  const isFolder = statSync(path).isDirectory();
  if (account !== null) chownSync(path, account.uid, account.gid);
  chmodSync(path, isFolder ? 0o700 : 0o600);
  if (isFolder) for (const name of readdirSync(path)) giveWhole(account, join(path, name));
}
