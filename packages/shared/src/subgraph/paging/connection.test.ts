import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { profileFor, type RunningNotes, runNotes, type StoredNote } from '../testkit/running-notes.js';

const marks = 'nat=*;pur=*';
const OPEN = `l=-;rel=*;${marks};own=CHANCERY.register`;
const HIDDEN = `l=-;rel=USA;${marks};own=USA.intelligence`;
const closing = (...fields: string[]) => fields.map((field) => `!Note.${field}(l=-;rel=USA;${marks})`).join('');
const WEIGHT_CLOSED = `${OPEN}${closing('isHeavy', 'tags', 'weight')}`;
const TITLE_CLOSED = `${OPEN}${closing('madeOn', 'title')}`;

const idOf = (index: number) => `not_${String(index).padStart(26, '0')}`;
const ROWS: readonly StoredNote[] = [
  { handling: OPEN, title: 'alpha', weight: 3, madeOn: '2020-01-01', tags: ['x', 'y'] },
  { handling: OPEN, title: 'beta', weight: null, madeOn: null },
  { handling: HIDDEN, title: 'CANARY-hidden', weight: 4, madeOn: '2020-01-01', tags: ['x'] },
  { handling: WEIGHT_CLOSED, title: 'beta', weight: 1, madeOn: '2021-06-30', tags: ['x'] },
  { handling: TITLE_CLOSED, title: 'CANARY-title', weight: 9, madeOn: '2020-01-01', tags: ['y'] },
  { handling: OPEN, title: null, weight: 7, madeOn: '2022-02-02' },
  { handling: WEIGHT_CLOSED, title: null, weight: 8, madeOn: null, tags: ['z'] },
  { handling: OPEN, title: 'alpha', weight: 3, madeOn: '2020-01-01' },
  { handling: OPEN, title: 'Gamma ÿ\u{1F6A8}', weight: -2, madeOn: '2020-12-31', tags: ['x', 'x2'] },
].map((row, index) => ({ ...row, id: idOf(index) }));

const stranger = profileFor('URY');
const insider = profileFor('USA');

interface Answered {
  readonly totalCount: number;
  readonly edges: readonly { cursor: string; node: { id: string } }[];
  readonly pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

const NOTES = `query ($first: Int, $after: String, $last: Int, $before: String, $filter: NoteFilter, $orderBy: [NoteOrder!]) {
  notes(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {
    totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

describe('a connection', () => {
  let notes: RunningNotes;
  beforeAll(async () => {
    notes = await runNotes(ROWS);
  });
  afterAll(async () => notes[Symbol.asyncDispose]());

  async function page(variables: Record<string, unknown>, profile = stranger): Promise<Answered> {
    const answer = await notes.client.query(profile, NOTES, variables);
    expect(answer.errors).toEqual([]);
    return answer.data?.notes as Answered;
  }

  async function indexes(variables: Record<string, unknown>, profile = stranger): Promise<number[]> {
    return (await page(variables, profile)).edges.map(({ node }) => Number(node.id.slice(4)));
  }

  async function refused(variables: Record<string, unknown>) {
    const answer = await notes.client.query(stranger, NOTES, variables);
    expect(answer.data).toEqual({ notes: null });
    return answer.errors.map(({ extensions: { code, argument } }) => [code, argument]);
  }

  it('leaves a hidden row out of list, count and cursors, and gives it to whom it is released', async () => {
    const all = await page({});
    expect(all.edges.map(({ node }) => node.id)).not.toContain(idOf(2));
    expect(all.totalCount).toBe(8);
    expect((await page({}, insider)).totalCount).toBe(9);
    expect(await indexes({ filter: { id: { eq: idOf(2) } } })).toEqual([]);
    expect(await indexes({ filter: { id: { in: [idOf(2), idOf(0)] } } })).toEqual([0]);
  });

  it('answers a malformed, an unknown and a hidden id alike', async () => {
    for (const id of [idOf(2), idOf(77), 'not_x', '', 'x', `mis_${'0'.repeat(26)}`, '\0', `${idOf(0)} `]) {
      const answer = await notes.client.query(stranger, 'query ($id: ID!) { note(id: $id) { id title } }', { id });
      expect(answer.text).toBe('{"data":{"note":null}}\n');
    }
  });

  it('filters by a value only where the caller may read it', async () => {
    expect(await indexes({ filter: { title: { eq: 'CANARY-title' } } })).toEqual([]);
    expect(await indexes({ filter: { title: { eq: 'CANARY-title' } } }, insider)).toEqual([4]);
    expect(await indexes({ filter: { isHeavy: { eq: true } } })).toEqual([4, 5]);
    expect(await indexes({ filter: { isHeavy: { eq: false } } })).toEqual([0, 7, 8]);
    expect(await indexes({ filter: { isHeavy: { eq: false } } }, insider)).toEqual([0, 2, 3, 7, 8]);
  });

  it('counts a value that the caller may not read as null', async () => {
    expect(await indexes({ filter: { title: { isNull: true } } })).toEqual([4, 5, 6]);
    expect(await indexes({ filter: { title: { isNull: false } } })).toEqual([0, 1, 3, 7, 8]);
    expect(await indexes({ filter: { title: { isNull: true } } }, insider)).toEqual([5, 6]);
  });

  it('never orders by a value that the caller may not read', async () => {
    expect(await indexes({ orderBy: [{ weight: 'ASC' }] })).toEqual([8, 0, 7, 5, 4, 1, 3, 6]);
    expect(await indexes({ orderBy: [{ weight: 'DESC' }] })).toEqual([4, 5, 7, 0, 8, 6, 3, 1]);
    expect(await indexes({ orderBy: [{ weight: 'ASC' }] }, insider)).toEqual([8, 3, 0, 7, 2, 5, 6, 4, 1]);
  });

  it('tests any element of a list, and none that the caller may not read', async () => {
    expect(await indexes({ filter: { tags: { eq: 'x' } } })).toEqual([0, 8]);
    expect(await indexes({ filter: { tags: { in: ['y', 'z'] } } })).toEqual([0, 4]);
    expect(await indexes({ filter: { tags: { eq: 'x' } } }, insider)).toEqual([0, 2, 3, 8]);
  });

  it('takes all operators and all fields of a filter together', async () => {
    expect(await indexes({ filter: { madeOn: { gte: '2020-01-01', lt: '2021-06-30' } } })).toEqual([0, 7, 8]);
    expect(await indexes({ filter: { madeOn: { gte: '2020-01-01' }, title: { in: ['beta'] } } })).toEqual([3]);
    expect(await indexes({ filter: { title: { in: [] } } })).toEqual([]);
    expect(await indexes({ filter: { title: { eq: '\0' } } })).toEqual([]);
    expect(await indexes({ filter: { title: { in: ['\0', 'beta'] } } })).toEqual([1, 3]);
    expect(await indexes({ filter: {}, orderBy: [] })).toHaveLength(8);
  });

  it('takes a test that is null for one that was left out, as forms send it', async () => {
    const all = await indexes({});
    for (const filter of [null, { title: null }, { title: { eq: null } }, { title: { eq: null, in: null } }]) {
      expect(await indexes({ filter })).toEqual(all);
    }
    expect(await indexes({ filter: { title: { isNull: null, in: ['beta'] }, madeOn: null } })).toEqual([1, 3]);
    expect(await indexes({ orderBy: null })).toEqual(all);
  });

  it("refuses what cannot be meant, in the caller's own words", async () => {
    expect(await refused({ first: 1, last: 1 })).toEqual([['INPUT_INVALID', 'last']]);
    expect(await refused({ first: 501 })).toEqual([['INPUT_INVALID', 'first']]);
    expect(await refused({ last: -1 })).toEqual([['INPUT_INVALID', 'last']]);
    expect(await refused({ after: 'x' })).toEqual([['INPUT_INVALID', 'after']]);
    const many = Array.from({ length: 101 }, String);
    expect(await refused({ filter: { title: { in: many } } })).toEqual([['INPUT_INVALID', 'filter.title.in']]);
    expect(await refused({ orderBy: [{}] })).toEqual([['INPUT_INVALID', 'orderBy.0']]);
    expect(await refused({ orderBy: [{ title: null }] })).toEqual([['INPUT_INVALID', 'orderBy.0']]);
    expect(await refused({ orderBy: [{ title: 'ASC', weight: 'ASC' }] })).toEqual([['INPUT_INVALID', 'orderBy.0']]);
    expect(await refused({ orderBy: [{ title: 'ASC' }, { title: 'DESC' }] })).toEqual([['INPUT_INVALID', 'orderBy.1']]);
    const endless = Array.from({ length: 3_000 }, () => ({ weight: 'ASC' }));
    expect(await refused({ orderBy: endless })).toEqual([['INPUT_INVALID', 'orderBy.1']]);
    const date = await notes.client.query(stranger, NOTES, { filter: { madeOn: { eq: '2020-02-30' } } });
    expect(date.errors).toEqual([
      { message: '`2020-02-30` is not a calendar date', extensions: { code: 'INPUT_INVALID' } },
    ]);
  });

  it('accepts a cursor from the same caller, filter and order alone', async () => {
    const variables = { first: 2, orderBy: [{ title: 'ASC' }], filter: { title: { isNull: false } } };
    const after = (await page(variables)).pageInfo.endCursor;
    expect(await indexes({ ...variables, after })).toEqual([7, 1]);
    const reversed = { first: 2, orderBy: [{ title: 'DESC' }], filter: variables.filter };
    expect(await refused({ ...reversed, after })).toEqual([['INPUT_INVALID', 'after']]);
    expect(await refused({ ...variables, filter: {}, after })).toEqual([['INPUT_INVALID', 'after']]);
    const others = await notes.client.query(insider, NOTES, { ...variables, after });
    expect(others.errors.map(({ extensions }) => extensions.code)).toEqual(['INPUT_INVALID']);
  });

  it('encrypts cursors: they hold no readable value, and equal rows have equal cursors', async () => {
    const once = await page({ orderBy: [{ title: 'ASC' }] });
    expect(await page({ orderBy: [{ title: 'ASC' }] })).toEqual(once);
    for (const { cursor } of once.edges) {
      expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toMatch(/alpha|beta|not_/);
    }
  });

  it('walks the same order forward and backward, whatever the order and the page size', async () => {
    const field = fc.constantFrom('title', 'weight');
    const direction = fc.constantFrom('ASC', 'DESC');
    const item = fc.tuple(field, direction).map(([name, value]) => ({ [name]: value }));
    const order = fc.uniqueArray(item, { maxLength: 2, selector: (each) => Object.keys(each)[0] });
    await fc.assert(
      fc.asyncProperty(order, fc.integer({ min: 1, max: 4 }), async (orderBy, size) => {
        const whole = await indexes({ orderBy });
        expect(whole).toEqual(modelOrder(orderBy));
        expect(await walk(orderBy, size, 'forward')).toEqual(whole);
        expect(await walk(orderBy, size, 'backward')).toEqual(whole);
      }),
      { numRuns: 6 },
    );
  });

  async function walk(orderBy: object[], size: number, way: 'forward' | 'backward'): Promise<number[]> {
    const walked: number[] = [];
    let cursor: string | null = null;
    for (;;) {
      const variables = way === 'forward' ? { first: size, after: cursor } : { last: size, before: cursor };
      const { edges, pageInfo, totalCount }: Answered = await page({ orderBy, ...variables });
      expect(totalCount).toBe(8);
      const found = edges.map(({ node }) => Number(node.id.slice(4)));
      if (way === 'forward') walked.push(...found);
      else walked.unshift(...found);
      const [more, behind] =
        way === 'forward'
          ? [pageInfo.hasNextPage, pageInfo.hasPreviousPage]
          : [pageInfo.hasPreviousPage, pageInfo.hasNextPage];
      expect(behind).toBe(cursor !== null);
      expect(more).toBe(walked.length < 8);
      if (!more) return walked;
      cursor = way === 'forward' ? pageInfo.endCursor : pageInfo.startCursor;
    }
  }
});

/** What the stranger sees, ordered in memory: hidden rows gone, closed values null, nulls last, id breaks ties the way of the first key. */
function modelOrder(orderBy: readonly Record<string, string>[]): number[] {
  const seen = ROWS.map((row, index) => ({
    index,
    title: row.handling === TITLE_CLOSED ? null : (row.title ?? null),
    weight: row.handling === WEIGHT_CLOSED ? null : (row.weight ?? null),
    hidden: row.handling === HIDDEN,
  })).filter(({ hidden }) => !hidden);
  const keys = orderBy.flatMap((item) => Object.entries(item));
  return seen
    .sort((a, b) => {
      for (const [field, direction] of keys) {
        const [x, y] = field === 'title' ? [a.title, b.title] : [a.weight, b.weight];
        if (x === y) continue;
        if (x === null) return 1;
        if (y === null) return -1;
        return x < y === (direction === 'ASC') ? -1 : 1;
      }
      return keys[0]?.[1] === 'DESC' ? b.index - a.index : a.index - b.index;
    })
    .map(({ index }) => index);
}
