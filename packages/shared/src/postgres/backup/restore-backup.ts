import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type pg from 'pg';
import { z } from 'zod';
import { ConfigurationError } from '../../errors.js';
import { makeFolder } from '../../make-folder.js';
import { type Cluster, placeCluster } from '../cluster.js';
import { withConnection } from '../connect.js';
import { type DatabaseServer, startEmbeddedServer } from '../embedded-server.js';
import type { Report } from '../report.js';
import { literal } from './archive.js';
import {
  type BackupSet,
  type BaseBackup,
  backupSetIn,
  chooseBase,
  keptSegments,
  missingSegment,
} from './backup-set.js';
import { giveWhole } from './copy-cluster.js';

/** What is restored, and into which folder. */
export interface RestoreOptions {
  readonly from: string;
  /** Null restores to the end of the last backup. */
  readonly toTime: Date | null;
  /** The data folder; it must be empty or not there. */
  readonly data: string;
  /** The folder of the embedded server in it. */
  readonly serverFolder: string;
  readonly cache: () => string;
  readonly report: Report;
}

/** A restored server, and the backup that it came from. */
export interface Restored {
  readonly server: DatabaseServer;
  readonly base: BaseBackup;
}

const RECOVERY_SETTINGS = [
  'restore_command',
  'recovery_target_name',
  'recovery_target_time',
  'recovery_target_action',
  'archive_library',
  'archive_command',
  'archive_timeout',
  'basic_archive.archive_directory',
];
const serverRecord = z.object({ password: z.string().min(1) });

/**
 * Restores a backup into an empty folder and starts its server. A target is always named: without one PostgreSQL opens at the
 * first missing segment as if that were the end, and nobody sees what is lost.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const set = backupSetIn(resolve(options.from));
  const base = chooseBase(set, options.toTime);
  assertEmpty(options.data);
  assertWhole(set, base);
  makeFolder(options.serverFolder, 0o711);
  options.report(`restoring \`${base.folder}\``);
  cpSync(join(base.folder, 'data'), options.data, { recursive: true, preserveTimestamps: true });
  const record = join(options.data, 'server.json');
  const { password } = serverRecord.parse(JSON.parse(readFileSync(record, 'utf8')));
  rmSync(record);
  const cluster = await placeCluster(options.serverFolder, password, options.cache, async (unfinished, { account }) => {
    cpSync(join(base.folder, 'cluster'), unfinished, { recursive: true, preserveTimestamps: true });
    // In the cluster, where the server's account can read them wherever the set lies.
    cpSync(set.wal, join(unfinished, WAL), { recursive: true });
    writeFileSync(join(unfinished, 'recovery.signal'), '');
    appendFileSync(join(unfinished, 'postgresql.auto.conf'), recoverySettings(base, options.toTime));
    giveWhole(account, unfinished);
  });
  const server = await startRecovered(options);
  await withConnection(server.adminUrl, (admin) => finishRecovery(admin, cluster));
  return { server, base };
}

/** A start that fails leaves nothing behind that would look like a restored state. */
async function startRecovered({ serverFolder, data, report }: RestoreOptions): Promise<DatabaseServer> {
  try {
    return await startEmbeddedServer({ folder: serverFolder, report });
  } catch (error) {
    for (const name of readdirSync(data)) rmSync(join(data, name), { recursive: true, force: true });
    if (!String(error).includes('recovery ended before configured recovery target was reached')) throw error;
    throw new ConfigurationError('the archive ends before that time, or a part of it is missing', { cause: error });
  }
}

const WAL = 'restored_wal';

function recoverySettings({ restorePoint }: BaseBackup, toTime: Date | null): string {
  const target =
    toTime === null
      ? `recovery_target_name = ${literal(restorePoint)}`
      : // Read before the names of time zones are: an offset is understood, `Z` is not.
        `recovery_target_time = ${literal(toTime.toISOString().replace('Z', '+00'))}`;
  // Until it is told anew, the restored server keeps nothing: the archive belongs to the original.
  return `
restore_command = 'cp "${WAL}/%f" "%p"'
${target}
recovery_target_action = 'promote'
archive_library = ''
archive_command = '/bin/true'
`;
}

async function finishRecovery(admin: pg.ClientBase, { data }: Cluster): Promise<void> {
  for (const name of RECOVERY_SETTINGS) await admin.query(`alter system reset ${name}`);
  await admin.query(`alter system set archive_command = '/bin/true'`);
  await admin.query('select pg_reload_conf()');
  rmSync(join(data, WAL), { recursive: true, force: true });
}

function assertEmpty(folder: string): void {
  if (!existsSync(folder)) makeFolder(folder, 0o711);
  if (readdirSync(folder).length === 0) return;
  throw new ConfigurationError(
    `\`${folder}\` is not empty: a backup is restored into a folder of its own (CHANCERY_DATA)`,
  );
}

function assertWhole(set: BackupSet, { firstSegment, lastSegment }: BaseBackup): void {
  const missing = missingSegment(keptSegments(set), firstSegment, lastSegment);
  if (missing === null) return;
  throw new ConfigurationError(
    `\`${set.wal}\` lacks the segment \`${missing}\`: what comes after it cannot be restored`,
  );
}
