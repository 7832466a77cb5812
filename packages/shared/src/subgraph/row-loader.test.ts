import { describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { CallContext } from './call-context.js';
import { CursorSeal } from './cursor-seal.js';
import { RowReader } from './row-reader.js';
import { Note } from './testkit/note.entity.js';
import { noteRows } from './testkit/note.resolver.js';
import { profileFor, runNotes } from './testkit/running-notes.js';

const OPEN = 'l=-;rel=*;nat=*;pur=*;own=CHANCERY.register';
const FOR_USA = 'l=-;rel=USA;nat=*;pur=*;own=USA.intelligence';
const idOf = (index: number) => `not_${String(index).padStart(26, '0')}`;
const REPRESENTATIONS = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) { ... on Note { id title } }
}`;

describe('a row loader', () => {
  it('resolves references in their order, null for what is not there or not for this viewer', async () => {
    await using notes = await runNotes([
      { id: idOf(1), handling: OPEN, title: 'one' },
      { id: idOf(2), handling: FOR_USA, title: 'CANARY' },
      { id: idOf(3), handling: OPEN, title: 'three' },
    ]);
    const ids = [idOf(3), idOf(2), 'x', idOf(1), idOf(3), idOf(9)];
    const representations = [...ids.map((id) => ({ __typename: 'Note', id })), { __typename: 'Note', id: 7 }];
    const answer = await notes.client.query(profileFor('URY'), REPRESENTATIONS, { representations });
    const three = { id: idOf(3), title: 'three' };
    const entities = [three, null, null, { id: idOf(1), title: 'one' }, three, null, null];
    expect(answer.data).toEqual({ _entities: entities });
    expect(answer.text).not.toContain('CANARY');
  });

  it('asks the database once for all references of a call, and never for a malformed id', async () => {
    await using notes = await runNotes([{ id: idOf(0), handling: OPEN }]);
    const statements: string[] = [];
    const source = new DataSource({
      type: 'postgres',
      url: notes.database.serviceUrl,
      entities: [Note],
      logging: true,
      logger: {
        logQuery: (query) => void statements.push(query),
        logQueryError() {},
        logQuerySlow() {},
        logSchemaBuild() {},
        logMigration() {},
        log() {},
      },
    });
    await source.initialize();
    statements.length = 0;
    const all = `x${'f'.repeat(16)}`;
    const masks = { visible: () => all, at: () => all };
    const rows = new RowReader(source, masks.visible);
    const viewer = { profile: profileFor('URY'), digest: '', now: 0, view: notes.snapshots.view(0) };
    const context = new CallContext({ viewer, masks, rows, cursors: new CursorSeal(notes.key, 'notes') });

    const ids = [0, 1, 2, 3, 4].map(idOf);
    const loaded = await Promise.all([...ids, 'x', ''].map((id) => noteRows.load(context, id)));
    expect(loaded.map((row) => row?.id ?? null)).toEqual([idOf(0), null, null, null, null, null, null]);
    expect(statements.filter((statement) => statement.includes('"note"'))).toHaveLength(1);
    await rows.release();
    await source.destroy();
  });
});
