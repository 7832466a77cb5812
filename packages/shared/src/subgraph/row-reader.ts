import type { DataSource, EntityManager, QueryRunner } from 'typeorm';

/** Where the resolvers of a call read from. */
export interface RowSource {
  read<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
}

/**
 * Reads for one call, in one read-only transaction under the viewer's visible handlings: every statement of an
 * answer sees the same rows. It begins with the first statement; a connection runs one statement at a time.
 */
export class RowReader implements RowSource {
  readonly #source: DataSource;
  readonly #visible: () => string;
  #runner: Promise<QueryRunner> | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(source: DataSource, visible: () => string) {
    this.#source = source;
    this.#visible = visible;
  }

  /** Runs after all work that was asked for before; `work` must not call `read` itself. */
  read<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const done = this.#last.then(async () => {
      this.#runner ??= this.#begin();
      return work((await this.#runner).manager);
    });
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** Ends the transaction and gives the connection back, whatever happened. */
  async release(): Promise<void> {
    await this.#last;
    const runner = await this.#runner?.catch(() => null);
    if (runner === undefined || runner === null) return;
    try {
      await runner.query('rollback');
    } finally {
      await runner.release();
    }
  }

  async #begin(): Promise<QueryRunner> {
    const runner = this.#source.createQueryRunner();
    try {
      await runner.query('start transaction isolation level repeatable read, read only');
      await runner.query(`select set_config('app.visible', $1, true)`, [this.#visible()]);
      return runner;
    } catch (error) {
      await runner.query('rollback').catch(() => undefined);
      await runner.release();
      throw error;
    }
  }
}
