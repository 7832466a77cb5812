import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  buildASTSchema,
  buildSchema,
  type GraphQLSchema,
  getIntrospectionQuery,
  getOperationAST,
  parse,
  validate,
} from 'graphql';
import { withListSizes } from '../../schema/list-sizes.js';
import { loadSupergraph } from '../../schema/load-supergraph.js';
import { printServed } from '../../schema/print-served.js';
import { limitCost } from './cost.js';
import { OBJECTS_MAX } from './limits.js';

const served = loadSupergraph(
  readFileSync(new URL('../../../../supergraph.graphql', import.meta.url), 'utf8'),
).consumerSchema;

/** As many posts as are asked for, each with posts of its own. */
const pages = buildASTSchema(
  withListSizes(
    parse(`
  type Query { posts(first: Int, last: Int): PostConnection }
  type PostConnection { edges: [PostEdge!]! totalCount: Int }
  type PostEdge { node: Post }
  type Post { id: ID! posts(first: Int, last: Int): PostConnection twins: [Post] }`),
  ),
);

function limit(schema: GraphQLSchema, text: string, variables: Readonly<Record<string, unknown>> = {}): void {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('no operation');
  limitCost({ document, operation, variables }, schema);
}

const EXCEEDED = expect.objectContaining({ code: 'LIMIT_EXCEEDED' });
const ids = 'edges { node { id } }';
const nested = (outer: string, inner: string): string =>
  `{ posts${outer} { edges { node { posts${inner} { ${ids} } } } } }`;

describe('the objects that an operation asks for', () => {
  it('are those of one page inside another', () => {
    expect(() => limit(pages, nested('(first: 100)', '(first: 100)'))).not.toThrow();
    expect(() => limit(pages, nested('', ''))).not.toThrow();
    const three = `{ posts(first: 100) { edges { node { posts(first: 100) { edges { node { posts(first: 100) { ${ids} } } } } } } } }`;
    expect(() => limit(pages, three)).toThrow(EXCEEDED);
    expect(() => limit(pages, three)).toThrow(
      `with \`PostConnection.edges\` the operation asks for more than ${OBJECTS_MAX} objects`,
    );
  });

  it('count each alias anew, and fields of one name once, however many fragments say them', () => {
    const page = `posts(first: 100) { edges { node { posts(first: 100) { ${ids} } } } }`;
    const aliases = Array.from({ length: 5 }, (_, i) => `a${i}: ${page}`).join(' ');
    expect(() => limit(pages, `{ ${aliases} }`)).toThrow(EXCEEDED);
    const fragments = Array.from({ length: 5 }, (_, i) => `fragment F${i} on Query { ${page} }`).join(' ');
    expect(() => limit(pages, `{ ...F0 ...F1 ...F2 ...F3 ...F4 } ${fragments}`)).not.toThrow();
  });

  it('go by the values of variables, and by the page that is given when none is asked for', () => {
    const doc = (inner: string) =>
      `query($n: Int) { ${[1, 2, 3, 4, 5].map((i) => `a${i}: posts(last: $n) { edges { node { posts${inner} { ${ids} } } } }`).join(' ')} }`;
    expect(() => limit(pages, doc('(first: 100)'), { n: 100 })).toThrow(EXCEEDED);
    expect(() => limit(pages, doc('(first: 100)'), { n: 10 })).not.toThrow();
    expect(() => limit(pages, doc('(first: 100)'), {})).not.toThrow();
    expect(() => limit(pages, doc('(first: 100)'), { n: 100_000_000 })).toThrow(EXCEEDED);
  });

  it('leave out what is skipped', () => {
    const text = `query($s: Boolean!) { posts(first: 100) { edges { node { posts(first: 100) @skip(if: $s) { edges { node { posts(first: 100) { ${ids} } } } } } } } }`;
    expect(() => limit(pages, text, { s: true })).not.toThrow();
    expect(() => limit(pages, text, { s: false })).toThrow(EXCEEDED);
  });

  it('count lists without pages as if they had some items', () => {
    const twins = (levels: number): string => (levels === 0 ? 'id' : `id twins { ${twins(levels - 1)} }`);
    const text = (levels: number): string => `{ posts(first: 100) { edges { node { ${twins(levels)} } } } }`;
    expect(() => limit(pages, text(2))).not.toThrow();
    expect(() => limit(pages, text(3))).toThrow(EXCEEDED);
  });

  it('of a document of six kilobytes that was answered with 457 megabytes are too many', () => {
    const bodies = Array.from({ length: 590 }, (_, i) => `b${i}: body`).join(' ');
    const text = `{ r0: warnings(first: 100) { ...W } r1: warnings(first: 100) { ...W } r2: warnings(first: 100) { ...W } }
      fragment W on WarningConnection { edges { node { missions { warnings(first: 100) { edges { node { missions {
        warnings(first: 100) { edges { node { ${bodies} } } } } } } } } } } }`;
    expect(() => limit(served, text)).toThrow(EXCEEDED);
  });
});

describe('the size of a list', () => {
  const declared = buildSchema(`
    directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!]) on FIELD_DEFINITION
    type Query {
      few: [Post] @listSize(assumedSize: 2)
      top(count: Int): [Post] @listSize(assumedSize: 1000, slicingArguments: ["count"])
      log: Log @listSize(assumedSize: 100, sizedFields: ["lines"])
      unsaid: [Post]
    }
    type Log { lines: [Post] notes: [Post] }
    type Post { id: ID! few: [Post] @listSize(assumedSize: 2) most: [Post] @listSize(assumedSize: 1000) }`);

  it('is what the schema says of its field', () => {
    const asked = (outer: string) => `{ ${outer} { most { most { id } } } }`;
    expect(() => limit(declared, '{ few { most { id } } }')).not.toThrow();
    expect(() => limit(declared, asked('few'))).toThrow(EXCEEDED);
    expect(() => limit(declared, '{ top(count: 50) { most { id } } }')).not.toThrow();
    expect(() => limit(declared, '{ top { most { id } } }')).toThrow(EXCEEDED);
    expect(() => limit(declared, '{ unsaid { most { few { id } } } }')).not.toThrow();
  });

  it('of a field below is what the field above has set for it, and for no other', () => {
    expect(() => limit(declared, '{ log { lines { most { id } } } }')).toThrow(EXCEEDED);
    expect(() => limit(declared, '{ log { notes { most { id } } } }')).not.toThrow();
  });

  it('is written down at each field of the served schema that gives objects in a list', () => {
    const sdl = printServed(served);
    for (const line of sdl
      .split('\n')
      .filter((text) => /^ {2}(\)|\w+): (\w+Connection\b|\[(Mission|Clearance|ClippedClaim)!)/.test(text))) {
      expect(line).toContain('@listSize(assumedSize: ');
    }
    expect(sdl).toMatch(
      /^ {2}\): MissionConnection @listSize\(assumedSize: 20, slicingArguments: \["first", "last"\]/m,
    );
    expect(sdl.match(/edges: \[.*@listSize/)).toBeNull();
  });
});

describe('the objects of an introspection', () => {
  it('are enough for an editor, and not for many at once', () => {
    const whole = getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true });
    expect(() => limit(served, whole)).not.toThrow();
    const aliases = Array.from(
      { length: 100 },
      (_, i) => `a${i}: __schema { types { name fields { name args { name } } } }`,
    );
    expect(() => limit(served, `{ ${aliases.join(' ')} }`)).toThrow(EXCEEDED);
  });
});
