import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { profileFor, type RunningNotes, runNotes, type StoredNote } from '../testkit/running-notes.js';

const HANDLINGS = 240;
const STATES = ['URY', 'USA', 'DEU', 'GBR', 'FRA', 'AUT'];
const ROWS_EACH = 2;

const idOf = (index: number) => `not_${String(index).padStart(26, '0')}`;
/** Uruguay sees three handlings of all, so its rows are found by handling; the others see many, and theirs are walked in order. */
const stateOf = (handling: number): string => (handling % 80 === 7 ? 'URY' : (STATES[1 + (handling % 5)] ?? 'USA'));
const handlingOf = (n: number) => `l=-;rel=${stateOf(n)};nat=*;pur=*;own=USA.team${String(n).padStart(4, '0')}`;

interface Row extends StoredNote {
  readonly state: string;
}

const ROWS: readonly Row[] = Array.from({ length: HANDLINGS * ROWS_EACH }, (_, index) => {
  // Rows of one handling lie apart from one another in the order of ids.
  const handling = (index * 97) % HANDLINGS;
  return {
    id: idOf(index),
    handling: handlingOf(handling),
    state: stateOf(handling),
    title: `t${index % 7}`,
    weight: index % 11 === 0 ? null : (index * 31) % 50,
  };
});

const NOTES = `query ($first: Int, $after: String, $last: Int, $before: String, $filter: NoteFilter, $orderBy: [NoteOrder!]) {
  notes(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {
    totalCount edges { node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

interface Answered {
  readonly totalCount: number;
  readonly edges: readonly { node: { id: string } }[];
  readonly pageInfo: { hasNextPage: boolean; startCursor: string | null; endCursor: string | null };
}

const pageOf = (answer: { readonly data?: Record<string, unknown> | null | undefined }): Answered => {
  if (!answer.data) throw new Error('no data');
  return answer.data.notes as Answered;
};

describe('a viewer who sees few rows of many', () => {
  let notes: RunningNotes;
  beforeAll(async () => {
    notes = await runNotes(ROWS);
  });
  afterAll(async () => notes[Symbol.asyncDispose]());

  async function walk(state: string, variables: object, size: number): Promise<{ ids: string[]; total: number }> {
    const ids: string[] = [];
    for (let after: string | null = null; ; ) {
      const asked = { ...variables, first: size, after };
      const { edges, pageInfo, totalCount } = pageOf(await notes.client.query(profileFor(state), NOTES, asked));
      ids.push(...edges.map(({ node }) => node.id));
      after = pageInfo.endCursor;
      if (!pageInfo.hasNextPage) return { ids, total: totalCount };
    }
  }

  const seenBy = (state: string): readonly Row[] => ROWS.filter((row) => row.state === state);

  it.each(['URY', 'USA', 'FRA'])('%s: every row once and no other, in the order asked for, counted', async (state) => {
    const seen = seenBy(state);
    const byWeight = seen.toSorted((a, b) => (b.weight ?? -9) - (a.weight ?? -9) || (a.id < b.id ? 1 : -1));

    expect(seen.length > 40).toBe(state !== 'URY');
    expect(await walk(state, {}, 4)).toEqual({ ids: seen.map(({ id }) => id), total: seen.length });
    expect(await walk(state, { orderBy: [{ weight: 'DESC' }] }, 5)).toEqual({
      ids: byWeight.map(({ id }) => id),
      total: seen.length,
    });
    const found = seen.filter(({ title }) => title === 't3').map(({ id }) => id);
    expect(await walk(state, { filter: { title: { eq: 't3' } } }, 3)).toEqual({ ids: found, total: found.length });
  });

  it('walks backward to the same rows', async () => {
    const seen = seenBy('URY').map(({ id }) => id);
    const { edges, pageInfo } = pageOf(await notes.client.query(profileFor('URY'), NOTES, { last: 4 }));
    expect(edges.map(({ node }) => node.id)).toEqual(seen.slice(-4));
    const before = await notes.client.query(profileFor('URY'), NOTES, { last: 4, before: pageInfo.startCursor });
    expect(pageOf(before).edges.map(({ node }) => node.id)).toEqual(seen.slice(0, 2));
  });
});
