import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { withConnection } from '../../postgres/connect.js';
import { type RunningNotes, runNotes } from '../testkit/running-notes.js';

const OPEN = 'l=-;rel=*;nat=*;pur=*;own=CHANCERY.register';
const CLOSED = 'l=-;rel=USA;nat=*;pur=*;own=CHANCERY.register';
const [A, B] = ['a', 'b'].map((letter) => `not_${letter.repeat(26)}`) as [string, string];

interface StoredEvent {
  readonly seq: string;
  readonly record_id: string;
  readonly columns: readonly string[];
  readonly was_handling_id: number | null;
  readonly handling_id: number;
}

describe('events of records', () => {
  let notes: RunningNotes;
  beforeAll(async () => {
    notes = await runNotes([
      { id: A, handling: OPEN, title: 'first', tags: ['x'] },
      { id: B, handling: CLOSED },
    ]);
  });
  afterAll(async () => notes[Symbol.asyncDispose]());
  beforeEach(async () => asOwner('delete from event'));

  const asOwner = (text: string) => withConnection(notes.database.ownerUrl, (client) => client.query(text));
  const told = async (): Promise<StoredEvent[]> =>
    withConnection(
      notes.database.loaderUrl,
      async (client) => (await client.query<StoredEvent>('select * from event order by seq')).rows,
    );

  it('say which columns of which record changed and never what they say', async () => {
    await asOwner(`update note set title = 'secret of ours', weight = 7 where id = '${A}'`);

    const events = await told();
    expect(events).toMatchObject([{ record_id: A, columns: ['is_heavy', 'title', 'weight'] }]);
    expect(events[0]?.was_handling_id).toBe(events[0]?.handling_id);
    expect(JSON.stringify(events)).not.toContain('secret');
  });

  it('are not made of a row that is written as it was', async () => {
    await asOwner(`update note set title = title`);

    expect(await told()).toEqual([]);
  });

  it('tell of a link as of a value of the record that holds it', async () => {
    await asOwner(`update note_tag set tag = 'y' where note_id = '${A}'`);

    expect(await told()).toMatchObject([{ record_id: A, columns: ['note_tag'] }]);
  });

  it('name the handling that was and the one that is', async () => {
    await asOwner(`update note set handling_id = (select handling_id from note where id = '${B}') where id = '${A}'`);

    const [event] = await told();
    expect(event?.columns).toEqual(['handling_id']);
    expect(event?.was_handling_id).not.toBe(event?.handling_id);
  });

  it('go with the transaction that is rolled back', async () => {
    await withConnection(notes.database.ownerUrl, async (client) => {
      await client.query('begin');
      await client.query(`update note set title = 'never' where id = '${A}'`);
      await client.query('rollback');
    });

    expect(await told()).toEqual([]);
  });

  it('are numbered in the order of commits, whichever transaction wrote first', async () => {
    const [first, second] = [
      new pg.Client({ connectionString: notes.database.ownerUrl }),
      new pg.Client({ connectionString: notes.database.ownerUrl }),
    ];
    await Promise.all([first.connect(), second.connect()]);
    try {
      await first.query('begin');
      await first.query(`update note set title = 'wrote first' where id = '${A}'`);
      await second.query(`update note set title = 'committed first' where id = '${B}'`);
      expect((await told()).map(({ record_id }) => record_id)).toEqual([B]);
      await first.query('commit');
    } finally {
      await Promise.all([first.end(), second.end()]);
    }

    expect((await told()).map(({ record_id }) => record_id)).toEqual([B, A]);
  });

  it('are not read, changed or taken away by the login that answers requests', async () => {
    for (const statement of [
      'select from event',
      `update event set record_id = 'x'`,
      'delete from event',
      `insert into event (seq, type, record_id, columns, handling_id) overriding system value values (1, 'Note', 'x', '{}', 1)`,
    ]) {
      const refused = withConnection(notes.database.serviceUrl, (client) => client.query(statement));
      await expect(refused).rejects.toThrow(/permission denied/);
    }
  });
});
