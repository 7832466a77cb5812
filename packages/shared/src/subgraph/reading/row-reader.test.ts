import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { Note } from '../testkit/note.entity.js';
import { profileFor, type RunningNotes, runNotes } from '../testkit/running-notes.js';
import { farDeadline } from '../testkit/test-context.js';
import type { CallDeadline } from './call-deadline.js';
import { RowReader } from './row-reader.js';

const OPEN = 'l=-;rel=*;nat=*;pur=*;own=CHANCERY.register';
const HIDDEN = 'l=-;rel=USA;nat=*;pur=*;own=USA.intelligence';
const idOf = (index: number) => `not_${String(index).padStart(26, '0')}`;
const ALL = { visible: () => `x${'ff'.repeat(64)}`, deadline: farDeadline() };
const viewer = profileFor('URY');
const FAILED = { message: 'internal error', extensions: { code: 'INTERNAL' } };

describe('a statement that fails', () => {
  let notes: RunningNotes;
  beforeAll(async () => {
    notes = await runNotes([
      { id: idOf(0), handling: OPEN, title: 'seen' },
      { id: idOf(1), handling: HIDDEN, title: 'CANARY' },
    ]);
  });
  afterAll(async () => notes[Symbol.asyncDispose]());

  it('costs its own field and no sibling, wherever it stands among them', async () => {
    const answer = await notes.client.query(
      viewer,
      `{ first: notes { totalCount } fails second: notes(first: 1) { edges { node { title tags } } } again: fails
         third: note(id: "${idOf(0)}") { title } }`,
    );

    expect(answer.data).toEqual({
      first: { totalCount: 1 },
      fails: null,
      second: { edges: [{ node: { title: 'seen', tags: [] } }] },
      again: null,
      third: { title: 'seen' },
    });
    expect(answer.errors).toEqual([
      { ...FAILED, path: ['fails'] },
      { ...FAILED, path: ['again'] },
    ]);
  });

  it('of its timeout leaves the rest of the call its rows: the same ones, of the same moment', async () => {
    const source = new DataSource({
      type: 'postgres',
      url: notes.database.serviceUrl,
      entities: [Note],
    });
    await source.initialize();
    const deadline = { remainingMs: () => 200 } as CallDeadline;
    const all = new RowReader(source, { ...ALL, deadline });
    const count = (): Promise<number> => all.read((manager) => manager.count(Note));

    const before = await count();
    await notes.store([{ id: idOf(2), handling: OPEN }]);
    await expect(all.read((manager) => manager.query('select pg_sleep(10)'))).rejects.toThrow('statement timeout');
    const after = await count();
    await all.release();
    await source.destroy();

    expect([before, after]).toEqual([2, 2]);
  });

  it('does not lift what is hidden from the viewer', async () => {
    const answer = await notes.client.query(viewer, '{ fails notes { edges { node { title } } } }');

    expect(answer.text).not.toContain('CANARY');
    expect(JSON.stringify(answer.data)).toContain('seen');
  });

  it('closes the call when the transaction cannot be taken up again', async () => {
    const source = new DataSource({ type: 'postgres', url: notes.database.serviceUrl, entities: [Note], poolSize: 1 });
    await source.initialize();
    const rows = new RowReader(source, ALL);

    // Whoever ends the transaction also ends the view that it gives; what comes then must not be read without it.
    const ended = rows.read(async (manager) => {
      await manager.query('rollback');
      throw new Error('ended');
    });
    await expect(ended).rejects.toThrow('ended');
    await expect(rows.read((manager) => manager.count(Note))).rejects.toThrow();
    await rows.release();

    const next = new RowReader(source, ALL);
    expect(await next.read((manager) => manager.count(Note))).toBeGreaterThan(0);
    await next.release();
    await source.destroy();
  });
});
