import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource, type EntityManager } from 'typeorm';
import { parseHandlingNumber } from '../../brands.js';
import { parseHandling } from '../../labels/parse-handling.js';
import { withConnection } from '../../postgres/connect.js';
import { type CutOffProxy, startCutOffProxy } from '../../postgres/testkit/cut-off-proxy.js';
import type { CallDeadline } from '../reading/call-deadline.js';
import { type RunningNotes, runNotes } from '../testkit/running-notes.js';
import { farDeadline } from '../testkit/test-context.js';
import { allowInserts } from './command-tables.js';
import { RowWriter } from './row-writer.js';

const OPEN = 'l=-;rel=*;nat=*;pur=*;own=CHANCERY.register';
const NOTE = `not_${'1'.repeat(26)}`;

describe('a transaction of a command', () => {
  let notes: RunningNotes;
  let proxy: CutOffProxy;
  let source: DataSource;
  let number: number;

  beforeAll(async () => {
    notes = await runNotes([{ id: `not_${'0'.repeat(26)}`, handling: OPEN }]);
    const owner = new DataSource({ type: 'postgres', url: notes.database.ownerUrl });
    await owner.initialize();
    await allowInserts(owner.createQueryRunner(), 'note');
    const rows: { id: number }[] = await owner.query('select id from handling where text = $1', [OPEN]);
    number = rows[0]?.id ?? -1;
    await owner.destroy();
  });
  afterAll(async () => notes[Symbol.asyncDispose]());
  beforeEach(async () => {
    proxy = await startCutOffProxy(notes.database.serviceUrl);
    source = new DataSource({ type: 'postgres', url: proxy.urlOf(notes.database.serviceUrl) });
    await source.initialize();
  });
  afterEach(async () => {
    await source.destroy();
    await proxy.close();
    await withConnection(notes.database.ownerUrl, (owner) => owner.query('delete from note where id = $1', [NOTE]));
  });

  const writerWith = (deadline: CallDeadline = farDeadline(), visible = '1'.repeat(number + 1)): RowWriter =>
    new RowWriter(source, {
      allot: async () => parseHandlingNumber(number),
      masks: { visible: () => visible, verdictOn: () => ({ allowed: true, rules: [] }) },
      deadline,
      endReading: async () => {},
    });
  const handling = parseHandling(OPEN);
  const insert = (transaction: EntityManager, id: number): Promise<unknown> =>
    transaction.query('insert into note (id, handling_id) values ($1, $2)', [NOTE, id]);
  const isKept = async (): Promise<boolean> => {
    const { rowCount } = await withConnection(notes.database.ownerUrl, (owner) =>
      owner.query('select from note where id = $1', [NOTE]),
    );
    return rowCount === 1;
  };
  /** A deadline at which something happens when it is asked for the last time, before the commit. */
  function beforeCommit(happens: () => void): CallDeadline {
    let asked = 0;
    const remainingMs = (): number => {
      asked += 1;
      if (asked === 3) happens();
      return 60_000;
    };
    return { remainingMs } as CallDeadline;
  }

  it('keeps what was written', async () => {
    await writerWith().write(handling, insert);

    expect(await isKept()).toBe(true);
  });

  it('keeps nothing of work that fails, nor of work that nobody waits for any longer', async () => {
    const failing = writerWith().write(handling, async (transaction, id) => {
      await insert(transaction, id);
      throw new Error('failed');
    });
    await expect(failing).rejects.toThrow('failed');
    const left = beforeCommit(() => {
      throw new Error('nobody waits');
    });
    await expect(writerWith(left).write(handling, insert)).rejects.toThrow('nobody waits');

    expect(await isKept()).toBe(false);
  });

  it('is refused by the database for a row that its writer would not see', async () => {
    await expect(writerWith(farDeadline(), '0'.repeat(number + 1)).write(handling, insert)).rejects.toThrow(
      'row-level security',
    );
    await expect(writerWith(farDeadline(), '').write(handling, insert)).rejects.toThrow();

    expect(await isKept()).toBe(false);
  });

  it('has an unknown outcome when its commit is not answered, for it may have been kept', async () => {
    const hung = writerWith(beforeCommit(() => proxy.holdAnswers())).write(handling, insert);
    while (!(await isKept()));
    proxy.cut();

    await expect(hung).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN' });
  });
});
