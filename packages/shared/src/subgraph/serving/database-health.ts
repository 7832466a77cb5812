import type { DataSource } from 'typeorm';

/** How long a health question waits for the database. */
export const HEALTH_MAX_MS = 1_000;

/** Whether the database of a service answers, asked once at a time however many want to know. */
export class DatabaseHealth {
  readonly #database: Pick<DataSource, 'query'>;
  #asking: Promise<boolean> | null = null;

  constructor(database: Pick<DataSource, 'query'>) {
    this.#database = database;
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
      await this.#database.query('select 1');
      return true;
    } catch {
      return false;
    }
  }
}
