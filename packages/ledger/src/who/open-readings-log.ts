import type pg from 'pg';
import { READINGS_LOG } from '../logs.js';

/** Makes the log of questions when there is none yet; run with the owner's login. */
export async function openReadingsLog(owner: pg.ClientBase): Promise<void> {
  await owner.query(`insert into audit_head (log_id, size, peaks) values ($1, 0, '') on conflict do nothing`, [
    READINGS_LOG,
  ]);
}
