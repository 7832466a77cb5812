import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from '../paging/connection.js';
import { notes as spec } from '../testkit/note.resolver.js';
import { profileFor, type RunningNotes, runNotes } from '../testkit/running-notes.js';
import { watchContext } from '../testkit/watched-context.js';

const OPEN = 'l=-;rel=*;nat=*;pur=*;own=CHANCERY.register';
const HIDDEN = 'l=-;rel=USA;nat=*;pur=*;own=USA.intelligence';
const LINK_CLOSED = `${OPEN}!Note.tags(l=-;rel=USA;nat=*;pur=*)`;
const idOf = (index: number) => `not_${String(index).padStart(26, '0')}`;

describe('an inverse connection', () => {
  let notes: RunningNotes;
  beforeAll(async () => {
    notes = await runNotes([
      { id: idOf(0), handling: OPEN, tags: ['x', 'y'] },
      { id: idOf(1), handling: HIDDEN, tags: ['x'] },
      { id: idOf(2), handling: LINK_CLOSED, tags: ['x', 'z'] },
      { id: idOf(3), handling: OPEN, tags: ['x'] },
      { id: idOf(4), handling: OPEN, tags: ['y'] },
      { id: idOf(5), handling: OPEN, tags: ['x'] },
    ]);
  });
  afterAll(async () => notes[Symbol.asyncDispose]());

  async function pagesOf(represents: string, ids: readonly string[], args = {}) {
    await using watched = await watchContext(notes, profileFor(represents));
    const pages = ids.map((id) => connect(watched.context, spec, args, { field: 'tags', id }));
    const answers = pages.map(async (page) => {
      const { hasNextPage, endCursor } = page.pageInfo;
      // All at once, as an executor asks.
      const [edges, total, more, end] = await Promise.all([page.edges, page.totalCount, hasNextPage, endCursor]);
      return { found: edges.map(({ node }) => Number(node.id.slice(4))), total, more, end };
    });
    return { answers: await Promise.all(answers), statements: watched.statements };
  }

  it('reads the forward link of every candidate: neither a hidden row nor a closed link is listed or counted', async () => {
    const { answers } = await pagesOf('URY', ['x', 'y', 'z', 'unknown']);
    expect(answers.map(({ found, total }) => [found, total])).toEqual([
      [[0, 3, 5], 3],
      [[0, 4], 2],
      [[], 0],
      [[], 0],
    ]);
    const insider = await pagesOf('USA', ['x', 'z']);
    expect(insider.answers.map(({ found }) => found)).toEqual([[0, 1, 2, 3, 5], [2]]);
  });

  it('takes one statement each for pages, counts and rows, however many parents', async () => {
    const { answers, statements } = await pagesOf('URY', ['x', 'y', 'z'], { first: 1, orderBy: [{ title: 'DESC' }] });
    expect(answers.map(({ found, more }) => [found, more])).toEqual([
      [[5], true],
      [[4], true],
      [[], false],
    ]);
    expect(statements).toHaveLength(3);
  });

  it('accepts a cursor at the parent that it was made for alone', async () => {
    const [first] = (await pagesOf('URY', ['x'], { first: 1 })).answers;
    const next = await pagesOf('URY', ['x'], { first: 1, after: first?.end });
    expect(next.answers.map(({ found }) => found)).toEqual([[3]]);
    await expect(pagesOf('URY', ['y'], { first: 1, after: first?.end })).rejects.toThrow('not a cursor of this caller');
  });

  it('keeps two pages of one connection apart that differ in size alone', async () => {
    const first = await notes.client.query(profileFor('URY'), '{ notes(first: 1) { pageInfo { endCursor } } }');
    const page = first.data?.notes as { pageInfo: { endCursor: string } };
    const both = `query ($after: String) { a: notes(first: 1, after: $after) { edges { node { id } } }
      b: notes(first: 2, after: $after) { edges { node { id } } } }`;
    const answer = await notes.client.query(profileFor('URY'), both, { after: page.pageInfo.endCursor });
    expect(answer.data).toEqual({
      a: { edges: [{ node: { id: idOf(2) } }] },
      b: { edges: [{ node: { id: idOf(2) } }, { node: { id: idOf(3) } }] },
    });
  });
});
