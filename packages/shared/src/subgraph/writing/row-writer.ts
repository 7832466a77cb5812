import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type { HandlingNumber } from '../../brands.js';
import { InternalError } from '../../errors.js';
import type { Handling } from '../../labels/label.js';
import type { Coordinate } from '../../vocabulary.js';
import type { CallDeadline } from '../reading/call-deadline.js';
import type { RowSink } from '../reading/row-sink.js';
import type { FieldVerdict, ViewerMasks } from '../visibility/viewer-masks.js';
import { STATEMENT_MAX_MS } from '../waits.js';

/** For whom a call writes, and how long. */
export interface WritingOptions {
  /** The integer of a handling, which gets one if it has none. */
  allot(handling: Handling): Promise<HandlingNumber>;
  readonly masks: Pick<ViewerMasks, 'visible' | 'verdictOn'>;
  readonly deadline: CallDeadline;
  /** Ends what the call has read so far: what it reads after the write must be what there is then. */
  endReading(): Promise<void>;
}

/**
 * Writes for one call, under the viewer's visible handlings: a row that the viewer would not see afterwards is refused by the
 * database. Nothing is kept when nobody waits for the answer any longer.
 */
export class RowWriter implements RowSink {
  readonly #source: DataSource;
  readonly #options: WritingOptions;

  constructor(source: DataSource, options: WritingOptions) {
    this.#source = source;
    this.#options = options;
  }

  verdictOn(coordinate: Coordinate, handling: Handling): FieldVerdict {
    return this.#options.masks.verdictOn(coordinate, handling);
  }

  allot(handling: Handling): Promise<HandlingNumber> {
    return this.#options.allot(handling);
  }

  async write<T>(
    handling: Handling,
    work: (transaction: EntityManager, handling: HandlingNumber) => Promise<T>,
  ): Promise<T> {
    const { allot, deadline, endReading } = this.#options;
    deadline.remainingMs();
    // Outside the transaction: a handling without a row tells nothing, and the two are of different logins.
    const number = await allot(handling);
    // Before the write: once it is kept, nothing may fail that would be told as if it were not.
    await endReading();
    const runner = this.#source.createQueryRunner();
    try {
      await this.#begin(runner);
      const result = await work(runner.manager, number);
      // What is checked or told at the end fails here, where it is certain that nothing is kept.
      await runner.query('set constraints all immediate');
      deadline.remainingMs();
      await commit(runner);
      return result;
    } catch (error) {
      await runner.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  // Not repeatable read: whoever waited for another command with the same key must see what that one wrote.
  async #begin(runner: QueryRunner): Promise<void> {
    await runner.query('start transaction isolation level read committed, read write');
    const statementMs = Math.ceil(Math.min(STATEMENT_MAX_MS, this.#options.deadline.remainingMs()));
    await runner.query(`select set_config('app.visible', $1, true), set_config('statement_timeout', $2, true)`, [
      this.#options.masks.visible(),
      String(statementMs),
    ]);
  }
}

/** From when it is sent until it is answered, nobody can say whether a commit has happened. */
async function commit(runner: QueryRunner): Promise<void> {
  try {
    await runner.query('commit');
  } catch (error) {
    throw new InternalError('OUTCOME_UNKNOWN', 'the commit was not answered', { cause: error });
  }
}
