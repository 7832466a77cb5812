import { ERRORS } from '@chancery/shared/errors';
import { describe, expect, it } from '@jest/globals';
import { answer, failureAt, HIDE, withhold } from '../../testkit/redaction-fixture.js';
import type { FailureNode } from '../execute/fetched.js';

const row = (id: string, handling: number, rest: object = {}): object => ({ id, handling, ...rest });
const pageOf = (...nodes: object[]): object => ({ posts: { edges: nodes.map((node) => ({ node, cursor: 'c' })) } });
const everyName = failureAt(['posts', 'edges', 'node', 'name'], 'SUBGRAPH_UNREACHABLE');
const DOCUMENT = '{ posts { edges { n: node { id name } } } }';

const pathsOf = (result: { errors: readonly { path?: readonly unknown[] }[] }): unknown[] =>
  result.errors.map((error) => error.path);

describe('failures of a fetch', () => {
  it('are told with a constant text at the caller’s path, with indices of the answer', () => {
    const data = pageOf(row('1', 3), row('2', 1));
    const failures = failureAt(['posts', 'edges', 1, 'node', 'name'], 'SUBGRAPH_UNREACHABLE', 'connect ECONNREFUSED');
    const result = answer(DOCUMENT, data, { failures, denials: { 'EXISTENCE @ 3': HIDE } });

    expect(result.errors).toEqual([
      {
        message: ERRORS.SUBGRAPH_UNREACHABLE.text,
        path: ['posts', 'edges', 0, 'n', 'name'],
        extensions: { code: 'SUBGRAPH_UNREACHABLE' },
      },
    ]);
    expect(result.json).not.toContain('ECONNREFUSED');
  });

  it('are not told below hidden or withheld values', () => {
    const data = pageOf(row('1', 3), row('2', 1));
    const denials = { 'EXISTENCE @ 3': HIDE, 'Post.name @ 1': withhold('PRIVACY', 'VCDR-30-1') };

    expect(answer(DOCUMENT, data, { failures: everyName, denials }).errors).toEqual([]);
  });

  it('of a whole fetch are told once for each visible field, and never more than the cap', () => {
    const rows = Array.from({ length: 30 }, (_, index) => row(`${index}`, index % 2 === 0 ? 1 : 3));
    const denials = { 'EXISTENCE @ 3': HIDE };
    const result = answer(DOCUMENT, pageOf(...rows), { failures: everyName, denials });

    expect(pathsOf(result)).toEqual(Array.from({ length: 15 }, (_, index) => ['posts', 'edges', index, 'n', 'name']));
    expect(answer(DOCUMENT, pageOf(...rows, ...rows), { failures: everyName }).errors).toHaveLength(20);
  });

  it('of further fields are told beyond the cap, each once: no null is without an error', () => {
    const rows = Array.from({ length: 30 }, (_, index) => row(`${index}`, 1));
    const failures: FailureNode = {
      code: null,
      message: null,
      children: new Map([
        ...everyName.children,
        ['post', { code: 'SUBGRAPH_UNREACHABLE', message: null, children: new Map() }],
      ]),
    };
    const document = '{ posts { edges { node { name again: name } } } post { id } }';
    const result = answer(document, { ...pageOf(...rows), post: null }, { failures });

    const told = pathsOf(result).map((path) => (path as unknown[]).join('.'));
    expect(told).toHaveLength(21);
    expect(told.filter((path) => path.endsWith('again'))).not.toEqual([]);
    expect(told.at(-1)).toBe('post');
  });

  it('below a null are told once, at the null', () => {
    const failures: FailureNode = failureAt(['post', 'parent', 'name'], 'DEADLINE_EXCEEDED');
    const result = answer('{ p: post { parent { name } } }', { post: row('1', 1, { parent: null }) }, { failures });

    expect(result.data).toEqual({ p: { parent: null } });
    expect(result.errors).toMatchObject([{ path: ['p', 'parent'], extensions: { code: 'DEADLINE_EXCEEDED' } }]);
  });

  it('that leave a row undecided show it as absent, with one error and no alarm', () => {
    const alarms: string[] = [];
    const failures = failureAt(['posts', 'edges', 'node', 'handling'], 'SUBGRAPH_UNREACHABLE');
    const context = { alarm: (message: string) => alarms.push(message) };
    const result = answer(DOCUMENT, pageOf({ id: '1' }, { id: '2' }), { failures, context });

    expect(result.data).toEqual({ posts: { edges: [] } });
    expect(pathsOf(result)).toEqual([['posts', 'edges']]);
    expect(alarms).toEqual([]);
  });

  it('keep the caller’s own words for INPUT_INVALID alone', () => {
    const data = { post: null, posts: null };
    const told = (code: 'INPUT_INVALID' | 'NOT_FOUND'): string | undefined =>
      answer('{ post { id } }', data, { failures: failureAt(['post'], code, 'first is 101') }).errors[0]?.message;

    expect(told('INPUT_INVALID')).toBe('first is 101');
    expect(told('NOT_FOUND')).toBe(ERRORS.NOT_FOUND.text);
  });

  it('explain a null in a non-null place once', () => {
    const failures = failureAt(['post', 'id'], 'SUBGRAPH_UNREACHABLE');
    const result = answer('{ post { id } }', { post: { handling: 1 } }, { failures });

    expect(result.data).toEqual({ post: null });
    expect(result.errors).toMatchObject([{ path: ['post', 'id'], extensions: { code: 'SUBGRAPH_UNREACHABLE' } }]);
  });
});
