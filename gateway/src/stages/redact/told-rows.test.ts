import { describe, expect, it } from '@jest/globals';
import { answer, HIDE, POSTS } from '../../testkit/redaction-fixture.js';

const COUNT = '{ posts { totalCount } }';
const MORE = '{ posts { pageInfo { hasNextPage endCursor } } }';
const counted = (totalCount: unknown, handlings: unknown): object => ({ posts: { totalCount, handlings } });
const page = (hasNextPage: boolean, handlings: unknown): object => ({
  posts: { pageInfo: { hasNextPage, endCursor: null, handlings } },
});

const marksOf = ({ marked }: ReturnType<typeof answer>): string[] =>
  marked.map(({ label, maker }) => `${maker} ${label.text}`).sort();

describe('a count of rows, and the word that there are more of them', () => {
  it.each([
    ['a count', COUNT, counted(5, [2, 3])],
    ['a further page', MORE, page(true, [2, 3])],
  ])('carry their existence, as %s', (_, document, data) => {
    const result = answer(document, data);

    expect(marksOf(result)).toContain('USA l=USA:1;rel=*;nat=*;pur=*');
    expect(marksOf(result)).toContain('USA l=USA:3;rel=USA;nat=*;pur=*');
    expect(result.exercise).toBe(true);
    expect(result.json).not.toContain('handlings');
  });

  it('carry of a row that is marked by itself what its existence is marked', () => {
    expect(marksOf(answer(COUNT, counted(1, [4])))).toContain('USA l=USA:0;rel=*;nat=*;pur=*');
    expect(marksOf(answer(COUNT, counted(1, [4])))).not.toContain('USA l=USA:3;rel=USA;nat=*;pur=*');
  });

  it.each([
    ['a count of none', COUNT, counted(0, [])],
    [
      'an exact count of none',
      '{ posts { totalCount isExact } }',
      { posts: { totalCount: 0, isExact: true, handlings: [] } },
    ],
    ['the word alone that a count is exact', '{ posts { isExact } }', { posts: { isExact: true, handlings: [3] } }],
    ['no further page', MORE, page(false, [3])],
    ['the type alone', '{ posts { __typename pageInfo { __typename } } }', counted(3, [3])],
  ])('carry nothing as %s', (_, document, data) => {
    const result = answer(document, data);
    expect(marksOf(result).join()).not.toContain('USA');
    expect(result.exercise).toBe(false);
    expect(result.withheld).toEqual([]);
  });

  it.each([
    ['of which no handling came', counted(5, [])],
    ['of which the handlings are missing', counted(5, undefined)],
    ['under a handling that is unknown', counted(5, [1, 7])],
    ['under what is no handling', counted(5, ['1'])],
  ])('are withheld of rows %s', (_, data) => {
    const alarms: string[] = [];
    const result = answer(COUNT, data, { context: { alarm: (message) => void alarms.push(message) } });

    expect(result.data).toEqual({ posts: null });
    expect(result.withheld).toMatchObject([{ coordinate: 'Query.posts', code: 'POLICY_ERROR', paths: [['posts']] }]);
    expect(alarms).toEqual(['subgraph posts sent a PostConnection without a known handling']);
  });

  it('are withheld where one of the rows must not be known', () => {
    const denials = { 'EXISTENCE @ 3': HIDE };
    const counting = answer(COUNT, counted(5, [1, 3]), { denials });
    const paging = answer(MORE, page(true, [1, 3]), { denials });

    expect([counting.data, paging.data]).toEqual([{ posts: null }, { posts: null }]);
    expect([...marksOf(counting), ...marksOf(paging)].join()).not.toContain('USA');
    expect(counting.exercise || paging.exercise).toBe(false);
  });

  it('carry nothing once a null has taken them away', () => {
    const data = {
      posts: { totalCount: 5, handlings: [3], pageInfo: { hasNextPage: null, endCursor: 'c', handlings: [3] } },
    };
    const result = answer('{ posts { totalCount pageInfo { endCursor hasNextPage } } }', data, { schema: POSTS });

    expect(result.data).toEqual({ posts: null });
    expect(marksOf(result)).toEqual([]);
    expect(result.exercise).toBe(false);
  });
});
