import { describe, expect, it } from '@jest/globals';
import { noteRows } from '../testkit/note.resolver.js';
import { profileFor, runNotes } from '../testkit/running-notes.js';
import { watchContext } from '../testkit/watched-context.js';

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
    await using watched = await watchContext(notes, profileFor('URY'));
    const ids = [0, 1, 2, 3, 4].map(idOf);
    const loaded = await Promise.all([...ids, 'x', ''].map((id) => noteRows.load(watched.context, id)));
    expect(loaded.map((row) => row?.id ?? null)).toEqual([idOf(0), null, null, null, null, null, null]);
    expect(watched.statements).toHaveLength(1);
  });
});
