import { describe, expect, it } from '@jest/globals';
import { ALLOW, answer, CLOSED, HIDE, withhold } from '../../testkit/redaction-fixture.js';

const CANARY = 'canary-7f3c';
const INVIOLABLE = withhold('INVIOLABILITY', 'VCDR-22-1', ['CONSENT']);

const row = (id: string, handling: number, rest: object = {}): object => ({ id, handling, ...rest });
const page = (...nodes: (object | null)[]): object => ({
  posts: {
    edges: nodes.map((node, index) => ({ node, cursor: `c${index}` })),
    totalCount: nodes.length,
    handlings: [1],
  },
});

describe('a withheld value', () => {
  it('is null, told once by coordinate, code and citation, and nothing below it is visited', () => {
    const result = answer(
      '{ a: post { plan custody { custodian since } } b: post { plan } }',
      { post: row('1', 1, { plan: CANARY, custody: { custodian: CANARY, since: CANARY } }) },
      { denials: { 'Post.plan': INVIOLABLE, 'Post.custody': withhold('BASIS_MISSING', 'CHY-DENY') } },
    );

    expect(result.data).toEqual({ a: { plan: null, custody: null }, b: { plan: null } });
    expect(result.withheld).toEqual([
      {
        coordinate: 'Post.plan',
        code: 'INVIOLABILITY',
        citations: [{ rule: 'VCDR-22-1', instrument: 'VCDR', article: '1' }],
        liftedBy: ['CONSENT'],
        closest: [],
        count: 2,
        paths: [
          ['a', 'plan'],
          ['b', 'plan'],
        ],
        pathsTruncated: false,
      },
      expect.objectContaining({ coordinate: 'Post.custody', count: 1, paths: [['a', 'custody']] }),
    ]);
    expect(result.errors).toEqual([]);
    expect(result.tally.map(({ coordinate }) => coordinate)).not.toContain('Custody.custodian');
    expect(result.json).not.toContain(CANARY);
  });

  it('is withheld whether or not there is a value', () => {
    const denials = { 'Post.plan': INVIOLABLE };
    const present = answer('{ post { id plan } }', { post: row('1', 1, { plan: CANARY }) }, { denials });
    const absent = answer('{ post { id plan } }', { post: row('1', 1, { plan: null }) }, { denials });
    const missing = answer('{ post { id plan } }', { post: row('1', 1) }, { denials });

    expect(absent.json).toBe(present.json);
    expect(missing.json).toBe(present.json);
  });

  it('lists at most 100 places, covers the rest by a pattern, and counts them all', () => {
    const nodes = Array.from({ length: 150 }, (_, index) => row(`${index}`, 1, { plan: CANARY }));
    const [item] = answer('{ posts { edges { node { plan } } } }', page(...nodes), {
      denials: { 'Post.plan': INVIOLABLE },
    }).withheld;

    expect(item).toMatchObject({ count: 150, pathsTruncated: true });
    expect(item?.paths.slice(99)).toEqual([
      ['posts', 'edges', 99, 'node', 'plan'],
      ['posts', 'edges', '*', 'node', 'plan'],
    ]);
  });

  it('never names a rule or a lifting act that only auditors are told of', () => {
    const bySecretRule = withhold('RELEASE_NOT_COVERED', 'IC-REL', ['RELEASE']);
    const result = answer('{ post { plan } }', { post: row('1', 1) }, { denials: { 'Post.plan': bySecretRule } });

    expect(result.withheld).toMatchObject([{ code: 'RELEASE_NOT_COVERED', citations: [], liftedBy: [] }]);
    expect(result.json).not.toContain('IC-REL');
    expect(result.tally).toContainEqual(expect.objectContaining({ letter: 'W', rules: ['IC-REL'] }));
  });

  it('names no lifting act when one of its bars cannot be lifted', () => {
    const [liftable, fixed] = [INVIOLABLE, withhold('INVIOLABILITY', 'VCDR-24')];
    const both = { ...liftable, citations: [...liftable.citations, ...fixed.citations] };
    const result = answer('{ post { plan } }', { post: row('1', 1) }, { denials: { 'Post.plan': both } });

    expect(result.withheld[0]?.citations.map((citation) => citation.rule)).toEqual(['VCDR-22-1', 'VCDR-24']);
    expect(result.withheld[0]?.liftedBy).toEqual([]);
  });
});

describe('a hidden value or row', () => {
  it('is null and named nowhere but in the ledger', () => {
    const data = { post: row('1', 1, { source: CANARY, parent: row('2', 3, { name: CANARY }) }) };
    const denials = { 'Post.source': HIDE, 'EXISTENCE @ 3': HIDE };
    const result = answer('{ post { id source parent { id name } } }', data, { denials });

    expect(result.data).toEqual({ post: { id: '1', source: null, parent: null } });
    expect(result.withheld).toEqual([]);
    expect(result.errors).toEqual([]);
    expect(result.exercise).toBe(false);
    expect([...result.records]).toEqual(['Post:1']);
    expect(result.tally).toContainEqual(expect.objectContaining({ coordinate: 'EXISTENCE', letter: 'H', count: 1 }));
    expect(result.tally).toContainEqual(expect.objectContaining({ coordinate: 'Post.source', letter: 'H' }));
    expect(result.json).not.toContain(CANARY);
  });

  it('is dropped from a list, its edge with its cursor, and later indices close up', () => {
    const data = page(row('1', 1), row('2', 3), row('3', 1));
    const denials = { 'EXISTENCE @ 3': HIDE, 'Post.plan': INVIOLABLE };
    const result = answer('{ posts { edges { cursor n: node { id plan } } } }', data, { denials });

    expect(result.data).toEqual({
      posts: {
        edges: [
          { cursor: 'c0', n: { id: '1', plan: null } },
          { cursor: 'c2', n: { id: '3', plan: null } },
        ],
      },
    });
    expect(result.withheld[0]?.paths).toEqual([
      ['posts', 'edges', 0, 'n', 'plan'],
      ['posts', 'edges', 1, 'n', 'plan'],
    ]);
  });

  it('takes its cursor with it, though the caller asked for nothing but the cursor', () => {
    const data = page(row('1', 1), row('2', 3), row('3', 1));
    const result = answer('{ posts { edges { cursor unshown: node { id } } } }', data, {
      denials: { 'EXISTENCE @ 3': HIDE },
    });

    expect(JSON.stringify(result.data)).toBe('{"posts":{"edges":[{"cursor":"c0"},{"cursor":"c2"}]}}');
    expect([...result.records]).toEqual(['Post:1', 'Post:3']);
  });

  it('leaves no edge without a node, and nothing in its edge is looked at', () => {
    const data = {
      posts: {
        edges: [
          { cursor: 7, node: row('2', 3) },
          { cursor: 'c1', node: null },
          { cursor: 'c2', node: row('3', 1) },
        ],
      },
    };
    const result = answer('{ posts { edges { cursor node { id } } } }', data, { denials: { 'EXISTENCE @ 3': HIDE } });

    expect(JSON.stringify(result.data)).toBe('{"posts":{"edges":[{"cursor":"c2","node":{"id":"3"}}]}}');
    expect(result.errors).toEqual([]);
  });
});

describe('a pruned coordinate', () => {
  it('has the constant outcome, whatever was fetched', () => {
    const data = { post: row('1', 1, { archive: CANARY, source: CANARY }) };
    const denials = { 'Post.archive': ALLOW };
    const result = answer('{ post { archive source } }', data, { denials, pruned: ['Post.archive', 'Post.source'] });

    expect(result.data).toEqual({ post: { archive: null, source: null } });
    expect(result.withheld).toMatchObject([{ coordinate: 'Post.archive', code: CLOSED.code, count: 1 }]);
    // A category that is hidden stays unnamed when it is closed altogether.
    expect(JSON.stringify(result.withheld)).not.toContain('source');
    expect(result.json).not.toContain(CANARY);
  });
});

describe('handling', () => {
  it('is the row’s own, is inherited by value objects, and starts anew at a link', () => {
    const data = {
      post: row('1', 2, {
        custody: { custodian: 'CHE', since: '1961-01-07' },
        parent: row('2', 1, { name: 'b', custody: { custodian: 'SWE', since: '1995-01-01' } }),
      }),
    };
    const denials = { 'Custody.custodian @ 2': INVIOLABLE, 'Post.name @ 2': INVIOLABLE };
    const result = answer('{ post { name custody { custodian } parent { name custody { custodian } } } }', data, {
      denials,
    });

    expect(result.data).toEqual({
      post: { name: null, custody: { custodian: null }, parent: { name: 'b', custody: { custodian: 'SWE' } } },
    });
  });

  it('gives the banner the effective labels of what is returned and of nothing else', () => {
    const data = { post: row('1', 4, { name: 'tearline', plan: 'secret', headcount: null }) };
    const denials = { 'Post.plan': INVIOLABLE };
    const texts = (document: string): string[] =>
      answer(document, data, { denials }).marked.map(({ label }) => label.text);

    expect(texts('{ post { name plan headcount } }')).toEqual(['l=-;rel=*;nat=*;pur=*', 'l=USA:0;rel=*;nat=*;pur=*']);
    expect(texts('{ post { archive plan } }')).not.toContain('l=USA:3;rel=USA;nat=*;pur=*');
    expect(texts('{ post { source: name kind: id } }')).not.toContain('l=USA:3;rel=USA;nat=*;pur=*');
  });

  it('marks an answer that holds a row made for exercises', () => {
    expect(answer('{ post { id } }', { post: row('1', 3) }).exercise).toBe(true);
    expect(answer('{ post { id } }', { post: row('1', 1) }).exercise).toBe(false);
  });
});

describe('the tally', () => {
  it('counts each decision by coordinate, handling and outcome, with every rule, act and obligation', () => {
    const consented = {
      ...ALLOW,
      acts: ['act_1@2'],
      obligations: [{ kind: 'NOTIFY_POST' as const, dueInSeconds: 300, rule: 'VCCR-31-2D' }],
    };
    const data = page(row('1', 1), row('2', 2), row('3', 2));
    const result = answer('{ posts { edges { node { id name plan } } } }', data, {
      denials: { 'Post.plan @ 1': INVIOLABLE, 'Post.plan @ 2': consented as typeof ALLOW },
    });
    const counted = result.tally.map((item) => [item.coordinate, item.handling?.record.owner, item.letter, item.count]);

    expect(counted).toEqual(
      expect.arrayContaining([
        ['EXISTENCE', 'CHANCERY.register', 'A', 1],
        ['EXISTENCE', 'USA.diplomatic-security', 'A', 2],
        ['Post.name', 'USA.diplomatic-security', 'A', 2],
        ['Post.plan', 'CHANCERY.register', 'W', 1],
        ['Post.plan', 'USA.diplomatic-security', 'A', 2],
        ['Query.posts', 'CHANCERY.root', 'A', 1],
      ]),
    );
    expect([...result.records].sort()).toEqual(['Post:1', 'Post:2', 'Post:3']);
    expect(result.acts).toEqual(['act_1@2']);
    expect(result.obligations).toEqual(consented.obligations);
  });

  it('counts nothing of an object that a null took away', () => {
    const data = {
      posts: { edges: [{ cursor: null, node: row('1', 3, { plan: 'x' }) }], totalCount: 1, handlings: [3] },
    };
    const result = answer('{ posts { totalCount edges { node { id plan name } cursor } } }', data, {
      denials: { 'Post.plan': INVIOLABLE },
    });

    expect(result.data).toEqual({ posts: null });
    expect(result.withheld).toEqual([]);
    expect(result.records.size).toBe(0);
    expect(result.exercise).toBe(false);
    expect(result.tally.map(({ coordinate }) => coordinate)).toEqual(['Query.posts']);
    expect(result.marked).toEqual([]);
  });
});

describe('a list that a null took away', () => {
  it('is counted no more, nor are the items before the null', () => {
    const data = { post: row('1', 1, { related: [row('2', 3, { name: 'b' }), { handling: 1, id: null }] }) };
    const denials = { 'Post.plan': INVIOLABLE };
    const result = answer('{ post { id related { id name plan } } }', data, { denials });

    expect(result.data).toEqual({ post: { id: '1', related: null } });
    expect(result.errors.map((error) => error.path)).toEqual([['post', 'related', 1, 'id']]);
    expect(result.withheld).toEqual([]);
    expect([...result.records]).toEqual(['Post:1']);
    expect(result.exercise).toBe(false);
  });
});

describe('the answer', () => {
  it('stands in the order of the caller and never shares or changes what was fetched', () => {
    const post = Object.freeze(row('1', 1, { name: 'a', hazards: Object.freeze(['gas']) }));
    const result = answer(
      '{ z: post { hazards b: name id a: name __typename } post { name } }',
      Object.freeze({ post }),
    );

    expect(JSON.stringify(result.data)).toBe(
      '{"z":{"hazards":["gas"],"b":"a","id":"1","a":"a","__typename":"Post"},"post":{"name":"a"}}',
    );
    const hazards = (result.data as { z: { hazards: string[] } }).z.hazards;
    expect(hazards).not.toBe((post as { hazards: unknown }).hazards);
  });
});
