import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { profileFor, type RunningNotes, releaseDecisions, runNotes } from '../testkit/running-notes.js';

const marks = 'nat=*;pur=*';
const OPEN = `l=-;rel=*;${marks};own=CHANCERY.register`;
const closing = (...fields: string[]) => fields.map((field) => `!Note.${field}(l=-;rel=USA;${marks})`).join('');
const TITLE_CLOSED = `${OPEN}${closing('title')}`;
const LINK_CLOSED = `${OPEN}${closing('tags', 'weight')}`;
const HIDDEN = `l=-;rel=USA;${marks};own=USA.intelligence`;
const idOf = (index: number) => `not_${String(index).padStart(26, '0')}`;

const stranger = profileFor('URY');
const insider = profileFor('USA');
const EVERYTHING = '{ notes { edges { node { id handling title alias: title weight isHeavy madeOn tags } } } }';

interface Row {
  readonly id: string;
  readonly handling: number;
  readonly [field: string]: unknown;
}

describe('a labelled row', () => {
  let notes: RunningNotes;
  beforeAll(async () => {
    notes = await runNotes([
      { id: idOf(0), handling: OPEN, title: 'open', weight: 1, tags: ['a'] },
      { id: idOf(1), handling: TITLE_CLOSED, title: 'CANARY-title', weight: 2, madeOn: '2020-01-01' },
      { id: idOf(2), handling: LINK_CLOSED, title: 'CANARY?', weight: 77, tags: ['CANARY-tag'] },
      { id: idOf(3), handling: TITLE_CLOSED, title: null },
      { id: idOf(4), handling: HIDDEN, title: 'CANARY-hidden' },
    ]);
  });
  afterAll(async () => notes[Symbol.asyncDispose]());

  const rowsOf = (data: unknown): Row[] =>
    (data as { notes: { edges: { node: Row }[] } }).notes.edges.map(({ node }) => node);

  it('leaves without what its viewer may not read, and says to the gateway what that was', async () => {
    const answer = await notes.client.query(stranger, EVERYTHING);
    const [open, title, link, empty] = rowsOf(answer.data);

    expect(open).toMatchObject({ title: 'open', alias: 'open', weight: 1, tags: ['a'] });
    expect(title).toMatchObject({ title: null, alias: null, weight: 2, madeOn: '2020-01-01' });
    expect(link).toMatchObject({ title: 'CANARY?', weight: null, tags: null });
    // Whether there is a value does not show: a null is withheld like any other.
    expect(empty?.handling).toBe(title?.handling);
    expect(answer.extensions.withheld).toEqual({
      'Note.title': [title?.handling],
      'Note.weight': [link?.handling],
      'Note.tags': [link?.handling],
    });
    expect(answer.text).not.toMatch(/CANARY-|77/);
    expect(answer.errors).toEqual([]);
  });

  it('keeps its id and its handling, which the gateway decides by', async () => {
    const rows = rowsOf((await notes.client.query(stranger, EVERYTHING)).data);

    expect(rows.map(({ id }) => id)).toEqual([0, 1, 2, 3].map(idOf));
    expect(rows.every(({ handling }) => Number.isInteger(handling))).toBe(true);
  });

  it('leaves whole for whom it is released to, and then nothing is told', async () => {
    const answer = await notes.client.query(insider, EVERYTHING);

    expect(rowsOf(answer.data).map((row) => row.title)).toEqual([
      'open',
      'CANARY-title',
      'CANARY?',
      null,
      'CANARY-hidden',
    ]);
    expect(answer.extensions.withheld).toBeUndefined();
  });

  it('is no more open when it is asked for as an entity or by id', async () => {
    const entities = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Note { handling title } } }`;
    const of = [0, 1].map((index) => ({ __typename: 'Note', id: idOf(index) }));
    const answer = await notes.client.query(stranger, entities, { of });
    const byId = await notes.client.query(stranger, `{ note(id: "${idOf(1)}") { title } }`);

    expect(answer.data).toMatchObject({ _entities: [{ title: 'open' }, { title: null }] });
    expect(byId.data).toEqual({ note: { title: null } });
    expect(answer.text + byId.text).not.toContain('CANARY');
  });

  it('says when what it withholds was decided by facts that may be out of date', async () => {
    notes.snapshots.setStale(true);
    const { extensions } = await notes.client.query(stranger, EVERYTHING);
    notes.snapshots.setStale(false);

    expect(extensions.stale).toBe(true);
    expect((await notes.client.query(stranger, EVERYTHING)).extensions.stale).toBeUndefined();
  });
});

describe('what a labelled row may show', () => {
  const rows = [0, 1, 2].map((index) => ({ id: idOf(index), handling: OPEN, title: 'x' }));
  const TITLES = '{ notes { edges { node { title madeOn } } } }';

  it('is decided once for each handling and category of a profile, not for each row, field or call', async () => {
    await using notes = await runNotes([...rows, { id: idOf(3), handling: HIDDEN }]);
    await notes.client.query(stranger, '{ notes { totalCount } }');
    const before = notes.decisions.asked;
    await notes.client.query(stranger, TITLES);
    expect(notes.decisions.asked - before).toBe(1);
    await notes.client.query(stranger, TITLES);
    expect(notes.decisions.asked - before).toBe(1);
  });

  it('is decided again when a dated input can flip it', async () => {
    const decisions = releaseDecisions(Date.parse('2026-09-21T12:00:10Z'));
    await using notes = await runNotes(rows, decisions);
    const asked = async () => {
      await notes.client.query(stranger, TITLES);
      return decisions.asked;
    };
    const [first, second] = [await asked(), await asked()];
    notes.time.now = Date.parse('2026-09-21T12:00:10Z');
    const third = await asked();

    expect([second - first, third > second]).toEqual([0, true]);
  });

  it('is not what another coordinate of its category may show where a record marks one of them', async () => {
    await using notes = await runNotes([{ id: idOf(0), handling: OPEN, title: 'x', madeOn: '2020-01-01' }]);
    await notes.client.query(stranger, TITLES);
    await notes.store([
      {
        id: idOf(1),
        handling: `${HIDDEN}!EXISTENCE(l=-;rel=*;${marks})!Note.title(l=-;rel=*;${marks})`,
        title: 'tearline',
        madeOn: '2020-02-02',
      },
    ]);
    notes.time.now += 1000;
    const { data, text } = await notes.client.query(stranger, TITLES);

    expect(rowsOfTitles(data)).toEqual([
      { title: 'x', madeOn: '2020-01-01' },
      { title: 'tearline', madeOn: null },
    ]);
    expect(text).not.toContain('2020-02-02');
  });
});

const rowsOfTitles = (data: unknown): unknown[] =>
  (data as { notes: { edges: { node: unknown }[] } }).notes.edges.map(({ node }) => node);
