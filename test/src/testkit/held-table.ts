import { withConnection } from '@chancery/shared/postgres/connect';
import pg from 'pg';

/** A table that nobody else can use until it is given back. */
export interface HeldTable {
  giveBack(): Promise<void>;
}

/** Takes a table for itself; the promise is kept when everybody who uses it now is through. */
export async function holdTable(ownerUrl: string, table: string): Promise<HeldTable> {
  const holder = new pg.Client({ connectionString: ownerUrl });
  await holder.connect();
  await holder.query('begin');
  await holder.query(`lock table ${table} in access exclusive mode`);
  return {
    async giveBack() {
      await holder.query('rollback');
      await holder.end();
    },
  };
}

/** Until so many sessions of a database wait for a lock. */
export function untilWaiting(ownerUrl: string, sessions: number): Promise<void> {
  return until(
    ownerUrl,
    `select count(*)::int >= ${sessions} as yes from pg_locks l join pg_stat_activity a using (pid)
      where a.datname = current_database() and not l.granted`,
  );
}

/** Until nobody but the asker is in a transaction. */
export function untilQuiet(ownerUrl: string): Promise<void> {
  return until(
    ownerUrl,
    `select count(*) = 0 as yes from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`,
  );
}

async function until(ownerUrl: string, question: string): Promise<void> {
  await withConnection(ownerUrl, async (asker) => {
    for (;;) {
      const { rows } = await asker.query<{ yes: boolean }>(question);
      if (rows[0]?.yes) return;
    }
  });
}
