import { describe, expect, it } from '@jest/globals';
import { sealSnapshot } from '../../snapshot/seal-snapshot.js';
import { profileFor, releaseDecisions, runNotes } from '../testkit/running-notes.js';

const OPEN = 'l=-;rel=*;nat=*;pur=*;own=CHANCERY.register';
const FOR_USA = 'l=-;rel=USA;nat=*;pur=*;own=USA.intelligence';
const COUNT = '{ notes { totalCount } }';
const idOf = (index: number) => `not_${String(index).padStart(26, '0')}`;

describe('visibility', () => {
  it('is decided once for each handling and category of a profile, not for each row or call', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => ({
      id: idOf(index),
      handling: index % 2 === 0 ? OPEN : FOR_USA,
    }));
    await using notes = await runNotes(rows);
    const viewer = profileFor('URY');
    await notes.client.query(viewer, COUNT);
    expect(notes.decisions.asked).toBe(2);
    await notes.client.query(viewer, '{ notes { totalCount edges { node { id handling } } } }');
    expect(notes.decisions.asked).toBe(2);
    await notes.client.query(
      viewer,
      '{ notes(orderBy: [{ title: ASC }], filter: { madeOn: { isNull: true } }) { totalCount } }',
    );
    expect(notes.decisions.asked).toBe(4);
    await notes.client.query(profileFor('USA'), COUNT);
    expect(notes.decisions.asked).toBe(6);
  });

  it('is decided again when a dated input can flip it, and under a new snapshot', async () => {
    const decisions = releaseDecisions(Date.parse('2026-09-21T12:00:10Z'));
    await using notes = await runNotes([{ id: idOf(0), handling: OPEN }], decisions);
    const viewer = profileFor('URY');
    const asked = async () => {
      expect((await notes.client.query(viewer, COUNT)).errors).toEqual([]);
      return decisions.asked;
    };
    expect([await asked(), await asked()]).toEqual([1, 1]);
    notes.snapshots.replace(sealSnapshot({ number: 2, facts: [], acts: [] }));
    expect([await asked(), await asked()]).toEqual([1, 1]);
    const fact = { m: 'Q1', sending: 'USA', receiving: 'DEU', regime: 'VCDR', legalStatus: 'ESTABLISHED' } as const;
    const facts = [{ ...fact, protectingPower: null, from: '2026-01-01', until: null }];
    notes.snapshots.replace(sealSnapshot({ number: 3, facts, acts: [] }));
    expect([await asked(), await asked()]).toEqual([2, 2]);
    notes.time.now = Date.parse('2026-09-21T12:00:10Z');
    expect([await asked(), await asked()]).toEqual([3, 4]);
  });

  it('covers a handling that was added while the service runs, and its text goes with the answer', async () => {
    await using notes = await runNotes([{ id: idOf(0), handling: OPEN }]);
    const [viewer, insider] = [profileFor('URY'), profileFor('USA')];
    expect((await notes.client.query(insider, COUNT)).data).toEqual({ notes: { totalCount: 1 } });
    await notes.store([{ id: idOf(1), handling: FOR_USA, title: 'CANARY' }]);
    notes.time.now += 1000;
    const answer = await notes.client.query(insider, '{ notes { edges { node { title code: handling } } } }');
    expect(Object.values(answer.extensions.handlings ?? {}).sort()).toEqual([OPEN, FOR_USA].sort());
    expect((await notes.client.query(viewer, '{ notes { edges { node { title handling } } } }')).text).not.toContain(
      'CANARY',
    );
  });

  it('sends the text of the handlings in an answer and of no other', async () => {
    await using notes = await runNotes([
      { id: idOf(0), handling: OPEN },
      { id: idOf(1), handling: FOR_USA },
    ]);
    const answer = await notes.client.query(profileFor('USA'), `{ note(id: "${idOf(1)}") { handling } }`);
    const note = answer.data?.note as { handling: number };
    expect(answer.extensions.handlings).toEqual({ [note.handling]: FOR_USA });
    const without = await notes.client.query(profileFor('USA'), `{ note(id: "${idOf(1)}") { id } }`);
    expect(without.extensions).toEqual({});
  });

  it('is nothing when a handling does not parse', async () => {
    await using notes = await runNotes([{ id: idOf(0), handling: OPEN }]);
    await notes.storeRaw(idOf(1), 'l=-;rel=*');
    notes.time.now += 1000;
    expect((await notes.client.query(profileFor('URY'), COUNT)).data).toEqual({ notes: { totalCount: 1 } });
    expect(notes.logged.join()).toMatch(/handling \d+ does not parse/);
    expect(notes.logged.join()).not.toContain('rel=');
  });
});
