import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type pg from 'pg';
import { ConfigurationError } from '../../errors.js';
import { makeFolder } from '../../make-folder.js';
import { type Cluster, findCluster } from '../cluster.js';
import { withConnection } from '../connect.js';
import type { Report } from '../report.js';
import { canKeepFolderIn } from '../server-account.js';
import { archiveCurrent, archiveTo, literal } from './archive.js';
import { type BackupSet, backupSetIn, basesOf, keptSegments, refuseForeignSet } from './backup-set.js';
import { copyCluster, giveWhole } from './copy-cluster.js';

/** What is backed up, and where to. */
export interface TakeBackupOptions {
  readonly adminUrl: string;
  /** The folder of the embedded server. */
  readonly serverFolder: string;
  readonly cache: () => string;
  /** Further files and folders that belong to the state: keys, passwords, agreements, the kept head. */
  readonly beside: readonly string[];
  readonly to: string;
  readonly report: Report;
}

/** Base backups that a set keeps; older ones go, with the segments that only they need. */
const BASES_KEPT = 2;

/**
 * Takes a base backup of all databases at one moment while they are in use (PostgreSQL 25.3.4, low-level API), and keeps every
 * segment of the log from then on in the same set, so that any later time can be restored. Gives the folder of the backup.
 */
export async function takeBackup(options: TakeBackupOptions): Promise<string> {
  const cluster = findCluster(options.serverFolder, options.cache);
  if (cluster === null) throw new ConfigurationError(`there is no database in \`${options.serverFolder}\``);
  const set = await prepareSet(resolve(options.to), cluster);
  const name = `base-${new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '')}`;
  const unfinished = join(set.folder, `unfinished-${name}`);
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  await withConnection(options.adminUrl, async (admin) => {
    await archiveTo(admin, set.wal);
    const point = await copyBetween(admin, cluster, unfinished, options);
    writeFileSync(join(unfinished, 'backup.json'), `${JSON.stringify(point, null, 2)}\n`, { mode: 0o600 });
  });
  const folder = join(set.folder, name);
  renameSync(unfinished, folder);
  forgetOld(set, options.report);
  return folder;
}

async function prepareSet(folder: string, { account, data }: Cluster): Promise<BackupSet> {
  makeFolder(folder, 0o711);
  const set = backupSetIn(folder);
  refuseForeignSet(set, data);
  if (!(await canKeepFolderIn(folder, account))) {
    throw new ConfigurationError(
      `the database server, which runs as an account of its own, cannot write in \`${folder}\`: choose a folder that it can reach`,
    );
  }
  makeFolder(set.wal, 0o700);
  giveWhole(account, set.wal);
  return set;
}

/** The session that starts a backup must be there until it stops. */
async function copyBetween(admin: pg.Client, { data }: Cluster, to: string, options: TakeBackupOptions) {
  const label = 'chancery';
  options.report('waiting for a checkpoint');
  const started = await admin.query<{ segment: string }>(
    `select pg_walfile_name(pg_backup_start(${literal(label)}, true)) as segment`,
  );
  options.report('copying the database');
  copyCluster(data, join(to, 'cluster'));
  const stopped = await admin.query<{ labelfile: string }>('select labelfile from pg_backup_stop(true)');
  writeFileSync(join(to, 'cluster', 'backup_label'), stopped.rows[0]?.labelfile ?? '', { mode: 0o600 });
  // The head that is kept outside goes first: the state that is restored holds at least that much.
  for (const file of options.beside) if (existsSync(file)) copyBeside(file, join(to, 'data'));
  const restorePoint = `chancery-${Date.now()}`;
  await admin.query(`select pg_create_restore_point(${literal(restorePoint)})`);
  const wholeAt = new Date().toISOString();
  options.report('waiting for the archive');
  const lastSegment = await archiveCurrent(admin);
  return { v: 1, wholeAt, restorePoint, firstSegment: started.rows[0]?.segment ?? '', lastSegment };
}

function copyBeside(path: string, folder: string): void {
  makeFolder(folder, 0o700);
  cpSync(path, join(folder, path.slice(path.lastIndexOf('/') + 1)), { recursive: true, preserveTimestamps: true });
}

function forgetOld(set: BackupSet, report: Report): void {
  const bases = basesOf(set);
  for (const { folder } of bases.slice(0, -BASES_KEPT)) {
    rmSync(folder, { recursive: true });
    report(`removed \`${folder}\`: ${BASES_KEPT} newer ones are kept`);
  }
  const needed = bases.slice(-BASES_KEPT)[0]?.firstSegment;
  if (needed === undefined) return;
  for (const segment of keptSegments(set)) if (segment < needed) rmSync(join(set.wal, segment));
}
