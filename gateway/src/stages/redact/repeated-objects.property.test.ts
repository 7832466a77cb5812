import type { Decision } from '@chancery/policy/decision';
import { ClientError } from '@chancery/shared/errors';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildSchema } from 'graphql';
import { ALLOW, type Answered, answer, failureAt, HIDE, withhold } from '../../testkit/redaction-fixture.js';

type Row = Readonly<Record<string, unknown>>;

/** Posts that hold one another, each of them at as many places as chance will have it. */
function posts(depth: number): fc.Arbitrary<readonly Row[]> {
  const below: fc.Arbitrary<readonly Row[]> = depth === 0 ? fc.constant([]) : posts(depth - 1);
  return below.chain((known) => {
    const link = fc.constantFrom(null, ...known, ...known, ...known);
    const many = fc.array(link, { maxLength: 4 });
    const post = fc.record(
      {
        id: fc.constantFrom('p1', 'p2', 'p3'),
        handling: fc.constantFrom(1, 1, 2, 2, 3, 4, 9),
        name: fc.constantFrom('Berlin', 'Bern', null),
        kind: fc.constantFrom('EMBASSY', 'EMBASSY', 'CONSULATE', 'NO_KIND'),
        plan: fc.constantFrom('first floor', null),
        source: fc.constant('s'),
        headcount: fc.constantFrom(7, null),
        hazards: fc.constantFrom(['gas'], null),
        custody: fc.constantFrom({ custodian: 'CHE', since: '2020' }, { custodian: 'CHE', since: null }, null),
        parent: link,
        related: many,
        neighbours: many,
        branches: many.chain((nodes) =>
          fc.record({
            edges: fc.constant(nodes.map((node, index) => ({ node, cursor: `c${index}` }))),
            totalCount: fc.nat({ max: 2 }),
            handlings: fc.constantFrom([1], [1, 2], [2]),
            pageInfo: fc.record({ hasNextPage: fc.boolean(), handlings: fc.constantFrom([1], [4]) }),
          }),
        ),
      },
      { requiredKeys: ['id', 'handling'] },
    );
    return fc.array(post, { minLength: 2, maxLength: 2 });
  });
}

const LEAVES = ['id', 'name', 'kind', 'plan', 'source', 'headcount', 'hazards', 'custody { custodian since }'];

function selection(depth: number): fc.Arbitrary<string> {
  const leaves = fc.subarray(LEAVES, { minLength: 1 });
  if (depth === 0) return leaves.map((chosen) => chosen.join(' '));
  const below = selection(depth - 1);
  const links = fc.subarray(['parent', 'related', 'neighbours', 'branches'], { minLength: 1 });
  return fc
    .tuple(leaves, links, fc.array(below, { minLength: 4, maxLength: 4 }))
    .map(([chosen, linked, selected]) =>
      [
        ...chosen,
        ...linked.map((link, index) =>
          link === 'branches'
            ? `branches { edges { node { ${selected[index]} } cursor } totalCount pageInfo { hasNextPage } }`
            : `${link} { ${selected[index]} }`,
        ),
      ].join(' '),
    );
}

const OWING: Decision = { ...ALLOW, obligations: [{ kind: 'NOTIFY_POST', rule: 'VCDR-22-1', dueInSeconds: 3_600 }] };
const DENIALS: Readonly<Record<string, Decision>> = {
  'Post.plan': withhold('INVIOLABILITY', 'VCDR-22-1', ['CONSENT']),
  'Post.plan @ 2': OWING,
  'Post.source': HIDE,
  'Post.name @ 2': withhold('LABEL_NOT_DOMINATED', 'IC-1'),
  'Post.custody @ 1': OWING,
  'Post.branches @ 2': withhold('INVIOLABILITY', 'VCDR-22-1'),
  'Custody.since @ 1': withhold('BASIS_MISSING', 'CHY-DENY'),
  'EXISTENCE @ 3': HIDE,
  'EXISTENCE @ 4': HIDE,
};

const asked = fc.record({
  denied: fc.subarray(Object.keys(DENIALS)),
  tellsBasis: fc.boolean(),
  onError: fc.constantFrom('PROPAGATE' as const, 'NULL' as const, 'HALT' as const),
  errorsMax: fc.constantFrom(1, 20),
  failing: fc.option(
    fc.constantFrom(['post', 'related'], ['post', 'branches', 'edges', 0, 'node'], ['post', 'parent', 'name']),
    {
      nil: null,
      freq: 4,
    },
  ),
  valuesMax: fc.constantFrom(1_000, 1_000, 60, 30),
  bytesMax: fc.constantFrom(100_000, 100_000, 2_000, 600),
});

/** The objects that more than one object or list holds. */
function sharedIn(root: object): ReadonlySet<object> {
  const [seen, shared] = [new Set<object>(), new Set<object>()];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (seen.has(value)) {
      shared.add(value);
      return;
    }
    // Lists of the merged data are never shared.
    if (!Array.isArray(value)) seen.add(value);
    for (const member of Object.values(value)) walk(member);
  };
  walk(root);
  return shared;
}

/** An object of its own for each place; whatever is in the set has its copies in it. */
function unfolded(value: unknown, absent: ReadonlySet<object>, copies: Set<object>): unknown {
  if (Array.isArray(value)) return value.map((item) => unfolded(item, absent, copies));
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, unfolded(member, absent, copies)]),
  );
  if (absent.has(value)) copies.add(copy);
  return copy;
}

/** Everything that an answer tells, and everything that its entry says. */
function told(make: () => Answered): string {
  try {
    const { repeated, data, json, records, ...rest } = make();
    return JSON.stringify([json, [...records], rest], (_key, value) => (value instanceof Map ? [...value] : value));
  } catch (error) {
    if (!(error instanceof ClientError)) throw error;
    return `${error.code}: ${error.message}`;
  }
}

describe('an object that stands at several places and is completed once', () => {
  it('gives the answer, the entry and the limits that it gives when it is completed at each', () => {
    let repeated = 0;
    let limited = 0;
    let withheld = 0;
    fc.assert(
      fc.property(posts(2), selection(2), asked, ([first, second], selected, how) => {
        const data = { post: first, posts: { edges: [first, second, first].map((node) => ({ node, cursor: 'c' })) } };
        const denials = Object.fromEntries(
          how.denied.flatMap((name) => (DENIALS[name] ? [[name, DENIALS[name]]] : [])),
        );
        const document = `{ post { ${selected} } posts { edges { node { ${selected} } } } }`;
        const answerMax = { valuesMax: how.valuesMax, bytesMax: how.bytesMax, introspectedMax: 1 };
        const { tellsBasis, onError, errorsMax } = how;
        const common = {
          denials,
          ...(how.failing === null ? {} : { failures: failureAt(how.failing, 'SUBGRAPH_UNREACHABLE') }),
          context: { tellsBasis, onError, errorsMax, answerMax },
        };
        const shared = sharedIn(data);
        const absent = new Set([...shared].filter((object) => (object as Row).handling === 9).slice(1));
        const copies = new Set<object>();
        const apart = unfolded(data, absent, copies) as object;

        const once = told(() => {
          const made = answer(document, data, { ...common, standing: { shared, absent } });
          repeated += made.repeated.size;
          withheld += made.withheld.length;
          return made;
        });
        limited += once.startsWith('LIMIT_EXCEEDED') ? 1 : 0;
        expect(once).toBe(told(() => answer(document, apart, { ...common, standing: { absent: copies } })));
      }),
      { seed: 81, numRuns: 250 },
    );
    expect(repeated).toBeGreaterThan(30);
    expect(limited).toBeGreaterThan(5);
    expect(withheld).toBeGreaterThan(30);
  });
  it('exceeds each limit where it would, though much of it was taken back', () => {
    const many = Array.from({ length: 6 }, (_, index) => ({ id: `n${index}`, handling: 1, name: 'Bern' }));
    // The box is nothing, for it may not be told how it is sealed; by then all that is in it has been counted.
    const post = { id: 'p1', handling: 1, name: 'Berlin', box: { many, sealed: 'yes' } };
    const data = { posts: [post, post, post] };
    const denials = { 'Box.sealed': withhold('BASIS_MISSING', 'CHY-DENY') };
    const outcomes = new Set<string>();
    for (let limit = 1; limit < 60; limit++) {
      for (const answerMax of [
        { valuesMax: limit, bytesMax: 10_000, introspectedMax: 1 },
        { valuesMax: 1_000, bytesMax: 20 * limit, introspectedMax: 1 },
        { valuesMax: limit, bytesMax: 20 * limit, introspectedMax: 1 },
      ]) {
        const made = (shared: ReadonlySet<object>) =>
          told(() => answer(BOXES, data, { schema: BOXED, denials, context: { answerMax }, standing: { shared } }));
        const once = made(new Set([post]));
        expect(once).toBe(made(new Set()));
        outcomes.add(once);
      }
    }
    expect(outcomes.size).toBeGreaterThan(20);
  });

  it('is completed anew where it was taken out of the answer before', () => {
    const post = { id: 'p1', handling: 1, name: 'Bern' };
    const sealed = { id: 'p2', handling: 2, name: 'Berlin', box: { many: [post], sealed: 'yes' } };
    const open = { id: 'p3', handling: 4, name: 'Bonn', box: { many: [post, post], sealed: 'no' } };
    const denials = { 'Box.sealed @ 2': withhold('BASIS_MISSING', 'CHY-DENY') };
    const made = (shared: ReadonlySet<object>) =>
      answer(BOXES, { posts: [sealed, open] }, { schema: BOXED, denials, standing: { shared } });

    expect(told(() => made(new Set([post])))).toBe(told(() => made(new Set())));
    expect([...made(new Set([post])).records].sort()).toEqual(['Post:p1', 'Post:p2', 'Post:p3']);
  });
});

/** Posts with something in them that is nothing when one part of it is withheld. */
const BOXED = buildSchema(/* GraphQL */ `
  directive @category(is: String!) on FIELD_DEFINITION
  directive @handled(by: String!) on OBJECT
  type Query { posts: [Post] @category(is: "EXISTENCE") }
  type Post @handled(by: "OWN") {
    id: ID!
    name: String @category(is: "PUBLIC_FACT")
    box: Box @category(is: "PUBLIC_FACT")
  }
  type Box @handled(by: "PARENT") {
    many: [Post!] @category(is: "PUBLIC_FACT")
    sealed: String! @category(is: "PUBLIC_FACT")
  }
`);
const BOXES = '{ posts { id name box { many { id name } sealed } } }';
