import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { STATEMENT_MAX_MS } from '../waits.js';
import type { CallDeadline } from './call-deadline.js';

/** Where the resolvers of a call read from. */
export interface RowSource {
  read<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
}

/** For whom a call reads, and how long. */
export interface ReadingOptions {
  /** Handlings that the viewer sees, as a bit string. */
  visible(): string;
  readonly deadline: CallDeadline;
}

/**
 * Reads for one call, in one read-only transaction under the viewer's visible handlings: every statement of an
 * answer sees the same rows. It begins with the first statement; a connection runs one statement at a time. No statement
 * begins when nobody waits for the answer.
 */
export class RowReader implements RowSource {
  readonly #source: DataSource;
  readonly #visible: () => string;
  readonly #deadline: CallDeadline;
  #runner: QueryRunner | null = null;
  #open: Promise<QueryRunner> | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(source: DataSource, { visible, deadline }: ReadingOptions) {
    this.#source = source;
    this.#visible = visible;
    this.#deadline = deadline;
  }

  /** Runs after all work that was asked for before; `work` must not call `read` itself. Work that fails leaves other work whole. */
  read<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const done = this.#last.then(() => this.#run(work));
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** Ends the transaction and gives the connection back, whatever happened; what is read after that is read in a new one. */
  async release(): Promise<void> {
    await this.#last;
    const runner = this.#runner;
    if (runner === null) return;
    this.#runner = null;
    this.#open = null;
    try {
      await runner.query('rollback');
    } finally {
      await runner.release();
    }
  }

  async #run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    this.#deadline.remainingMs();
    this.#open ??= this.#begin();
    const runner = await this.#open;
    try {
      return await work(runner.manager);
    } catch (error) {
      this.#open = this.#takeUpAgain(runner);
      // Whether that went well is told to whoever reads next.
      await this.#open.catch(() => undefined);
      throw error;
    }
  }

  async #begin(): Promise<QueryRunner> {
    const runner = this.#source.createQueryRunner();
    try {
      // What has been read needs no keeping, so one savepoint serves every statement, and costs no message of its own.
      await runner.query('start transaction isolation level repeatable read, read only; savepoint begun');
      await this.#show(runner);
      this.#runner = runner;
      return runner;
    } catch (error) {
      await runner.query('rollback').catch(() => undefined);
      await runner.release();
      throw error;
    }
  }

  /** A statement that failed has taken the transaction with it: back to where it began, with the same rows. */
  async #takeUpAgain(runner: QueryRunner): Promise<QueryRunner> {
    await runner.query('rollback to savepoint begun');
    await this.#show(runner);
    return runner;
  }

  async #show(runner: QueryRunner): Promise<void> {
    const statementMs = Math.ceil(Math.min(STATEMENT_MAX_MS, this.#deadline.remainingMs()));
    await runner.query(`select set_config('app.visible', $1, true), set_config('statement_timeout', $2, true)`, [
      this.#visible(),
      String(statementMs),
    ]);
  }
}
