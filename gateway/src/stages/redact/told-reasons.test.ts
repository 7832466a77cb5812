import type { Decision } from '@chancery/policy/decision';
import { describe, expect, it } from '@jest/globals';
import { ALLOW, answer, CLOSED, HIDE } from '../../testkit/redaction-fixture.js';

const row = (id: string, handling: number, fields: object) => ({ id, handling, ...fields });

const OWES: Decision = {
  ...ALLOW,
  citations: [{ rule: 'VCCR-31-2D', instrument: 'VCCR', article: '31(2)', tell: 'caller', liftedBy: [] }],
  obligations: [{ kind: 'NOTIFY_POST', dueInSeconds: 300, rule: 'VCCR-31-2D' }],
  acts: ['act_fire@1'],
};
const CLOSEST = [
  {
    rule: 'VCCR-31-2D',
    instrument: 'VCCR 1963',
    article: '31(2)',
    title: 'Fire',
    needs: { acts: ['DISASTER' as const] },
  },
];

describe('what an answer tells of the values in it', () => {
  it('names for each obligation the rule, the coordinate and every place', () => {
    const posts = { edges: [{ node: row('1', 1, { plan: 'a' }) }, { node: row('2', 1, { plan: 'b' }) }] };
    const { owed } = answer(
      '{ posts { edges { node { plan name } } } }',
      { posts },
      { denials: { 'Post.plan': OWES } },
    );
    expect(owed).toEqual([
      {
        coordinate: 'Post.plan',
        obligation: OWES.obligations[0],
        count: 2,
        paths: [
          ['posts', 'edges', 0, 'node', 'plan'],
          ['posts', 'edges', 1, 'node', 'plan'],
        ],
        pathsTruncated: false,
      },
    ]);
  });

  it('owes nothing at a place that is not in the answer: of a hidden edge not even its number', () => {
    const posts = { edges: [{ node: row('1', 1, { plan: 'a' }) }, { node: row('2', 3, { plan: 'b' }) }] };
    const denials = { 'Post.plan': OWES, 'EXISTENCE @ 1': HIDE };
    const { owed } = answer('{ posts { edges { node { plan } } } }', { posts }, { denials });
    expect(owed.map(({ count, paths }) => ({ count, paths }))).toEqual([
      { count: 1, paths: [['posts', 'edges', 0, 'node', 'plan']] },
    ]);
  });

  it('tells no basis unless it was asked, and then of each value that it gave and of no other', () => {
    const data = { post: row('1', 1, { plan: 'a', archive: 'canary-5d' }) };
    const denials = { 'Post.plan': OWES, 'Post.archive': CLOSED };
    const query = '{ post { plan archive } }';
    expect(answer(query, data, { denials }).bases).toBeNull();

    const asked = answer(query, data, { denials, context: { tellsBasis: true } });
    expect(asked.bases?.find(({ coordinate }) => coordinate === 'Post.plan')).toEqual({
      coordinate: 'Post.plan',
      citations: [expect.objectContaining({ rule: 'VCCR-31-2D' })],
      acts: ['act_fire@1'],
      mark: expect.stringContaining('l='),
      count: 1,
      paths: [['post', 'plan']],
      pathsTruncated: false,
    });
    expect(asked.bases?.map(({ coordinate }) => coordinate)).not.toContain('Post.archive');
    expect(JSON.stringify(asked.bases)).not.toContain('canary-5d');
  });

  it('tells what would open a value that no basis opens, the same whether there is a value or not', () => {
    const told = (archive: string | null) =>
      answer(
        '{ post { archive } }',
        { post: row('1', 1, { archive }) },
        { denials: { 'Post.archive': CLOSED }, context: { closest: () => CLOSEST } },
      ).withheld;
    expect(told('canary-5d')).toEqual([expect.objectContaining({ code: 'BASIS_MISSING', closest: CLOSEST })]);
    expect(told(null)).toEqual(told('canary-5d'));
  });
});
