import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { InternalError } from '../../errors.js';

const LOOK_MS = 100;
const ARCHIVED_MAX_MS = 120_000;
/** A segment that is not full is archived after so long: what a restore to a time can lose at the end. */
const SEGMENT_SECONDS_MAX = 60;

/** Throws finished segments away while nobody keeps them: with archiving on and nowhere to, they would pile up. */
export async function archiveNowhere(admin: pg.ClientBase): Promise<void> {
  const { rows } = await admin.query<{ command: string; module: string }>(
    `select current_setting('archive_command') as command, current_setting('archive_library') as module`,
  );
  if (rows[0]?.module !== '' || !['', '(disabled)'].includes(rows[0].command)) return;
  await admin.query(`alter system set archive_command = '/bin/true'`);
  await admin.query('select pg_reload_conf()');
}

/** Keeps every finished segment in a folder, which must belong to the server's account (basic_archive, PostgreSQL F.5). */
export async function archiveTo(admin: pg.ClientBase, folder: string): Promise<void> {
  await admin.query(`alter system set archive_command = ''`);
  await admin.query(`alter system set archive_library = 'basic_archive'`);
  await admin.query(`alter system set basic_archive.archive_directory = ${literal(folder)}`);
  await admin.query(`alter system set archive_timeout = ${SEGMENT_SECONDS_MAX}`);
  await admin.query('select pg_reload_conf()');
}

/** Ends the current segment and waits until it is kept; throws when the archive does not take it. */
export async function archiveCurrent(admin: pg.ClientBase): Promise<string> {
  const { rows } = await admin.query<{ segment: string }>('select pg_walfile_name(pg_switch_wal()) as segment');
  const segment = rows[0]?.segment ?? '';
  const deadline = performance.now() + ARCHIVED_MAX_MS;
  while (!(await isArchived(admin, segment))) {
    if (performance.now() > deadline) {
      throw new InternalError('INTERNAL', `the archive did not take \`${segment}\`: ${await lastFailure(admin)}`);
    }
    await pause(LOOK_MS);
  }
  return segment;
}

async function isArchived(admin: pg.ClientBase, segment: string): Promise<boolean> {
  const { rows } = await admin.query<{ last: string | null }>('select last_archived_wal as last from pg_stat_archiver');
  const last = rows[0]?.last ?? '';
  // Names of one timeline sort by age; one that ends in `.backup` or `.history` tells of no segment.
  return /^[0-9A-F]{24}$/.test(last) && last >= segment;
}

async function lastFailure(admin: pg.ClientBase): Promise<string> {
  const { rows } = await admin.query<{ failed: string | null }>(
    'select last_failed_wal as failed from pg_stat_archiver',
  );
  return rows[0]?.failed === null ? 'it tried none' : `it failed at \`${rows[0]?.failed}\` (see the server's log)`;
}

/** Text in SQL where no parameter is taken. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
