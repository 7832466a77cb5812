import { describe, expect, it } from '@jest/globals';
import { answer, HANDLINGS, HIDE, withhold } from '../../testkit/redaction-fixture.js';

const DATA = {
  posts: {
    edges: [
      { node: { id: 'p1', handling: 1, name: 'Berlin', plan: 'CANARY-1', source: 'CANARY-s' } },
      { node: { id: 'p2', handling: 2, name: 'Munich', plan: null, source: null } },
    ],
  },
};
const PLANS = '{ posts { edges { node { id name plan } } } }';
const [first] = HANDLINGS.values();

/** What the subgraph has closed: one coordinate under the first handling. */
const closed = (coordinate: string) => ({
  overrule: (asked: string, handling: unknown) =>
    asked === coordinate && handling === first ? ('POLICY_ERROR' as const) : null,
});

describe('a value that its subgraph withheld and the gateway would give', () => {
  it('is withheld with a code and a citation, whatever came with the answer, and the rest is given', () => {
    const { data, withheld, json } = answer(PLANS, DATA, { context: closed('Post.plan') });

    expect(data).toEqual({
      posts: {
        edges: [{ node: { id: 'p1', name: 'Berlin', plan: null } }, { node: { id: 'p2', name: 'Munich', plan: null } }],
      },
    });
    expect(withheld).toEqual([
      expect.objectContaining({
        coordinate: 'Post.plan',
        code: 'POLICY_ERROR',
        count: 1,
        paths: [['posts', 'edges', 0, 'node', 'plan']],
      }),
    ]);
    expect(withheld[0]?.citations).toHaveLength(1);
    expect(json).not.toContain('CANARY');
  });

  it('is hidden where its category hides, and nobody is told', () => {
    const asked = { context: closed('Post.source') };
    const { data, withheld, json } = answer('{ posts { edges { node { source } } } }', DATA, asked);

    expect(data).toEqual({ posts: { edges: [{ node: { source: null } }, { node: { source: null } }] } });
    expect(withheld).toEqual([]);
    expect(json).not.toContain('CANARY');
  });

  it('stands in the tally as withheld', () => {
    const { tally } = answer(PLANS, DATA, { context: closed('Post.plan') });

    expect(tally.filter(({ coordinate }) => coordinate === 'Post.plan').map(({ letter }) => letter)).toEqual([
      'W',
      'A',
    ]);
  });
});

describe('a value that the gateway withholds', () => {
  const denials = { 'Post.plan': withhold('INVIOLABILITY', 'VCDR-22-1'), 'Post.source': HIDE };
  const document = '{ posts { edges { node { plan source } } } }';

  it('is withheld for the reason of the gateway, whether or not its subgraph withheld it too', () => {
    const alone = answer(document, DATA, { denials });
    const both = answer(document, DATA, { denials, context: closed('Post.plan') });

    expect(both.json).toBe(alone.json);
    expect(both.withheld[0]?.code).toBe('INVIOLABILITY');
  });

  it('gives the same answer, byte for byte, whether the subgraph sent the value or null', () => {
    const nulled = {
      posts: { edges: DATA.posts.edges.map(({ node }) => ({ node: { ...node, plan: null, source: null } })) },
    };

    expect(answer(document, nulled, { denials }).json).toBe(answer(document, DATA, { denials }).json);
  });
});
