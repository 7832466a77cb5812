import type { DataSource } from 'typeorm';
import { nameOf } from '../tables/sql-name.js';

/** How long a health question waits for the database. */
export const HEALTH_MAX_MS = 1_000;
/** How long it waits for one table: shorter than the gateway waits for the answer. */
export const TABLE_MAX_MS = 300;

/**
 * Whether the database of a service answers, and whether its tables can be read: a lock that somebody holds leaves the database well and
 * stops every answer. Asked once at a time however many want to know.
 */
export class DatabaseHealth {
  readonly #database: Pick<DataSource, 'query'>;
  readonly #statement: string;
  #asking: Promise<boolean> | null = null;

  constructor(database: Pick<DataSource, 'query'>, tables: readonly string[]) {
    this.#database = database;
    // One message, and so one transaction, in which alone the limit holds. No row is read: whoever reads needs the same lock.
    this.#statement = [
      `select set_config('statement_timeout', '${TABLE_MAX_MS}', true)`,
      ...tables.map((table) => `select from ${nameOf(table)} limit 0`),
    ].join('; ');
  }

  /** False when it has not answered in time. */
  async answers(): Promise<boolean> {
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = null;
    });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), HEALTH_MAX_MS);
    });
    try {
      return await Promise.race([this.#asking, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  async #ask(): Promise<boolean> {
    try {
      await this.#database.query(this.#statement);
      return true;
    } catch {
      return false;
    }
  }
}

/** The tables that the login of a service may read. */
export async function readableTables(database: Pick<DataSource, 'query'>): Promise<readonly string[]> {
  const rows = await database.query<{ name: string }[]>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
        and has_table_privilege(oid, 'select') order by 1`,
  );
  return rows.map(({ name }) => name);
}
