import { sha256Of } from '@chancery/shared/brands';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, getOperationAST, Kind, parse, validate } from 'graphql';
import type { Supergraph } from '../../schema/supergraph.js';
import { typeLatticeOf } from '../../schema/type-lattice.js';
import { canonicalise } from './canonical-operation.js';
import { conditionVariables } from './conditions.js';

const SDL = `
  type Query { node: Node any: Any plain(first: Int! = 20, _0: Int): Plain _0_plain: Int }
  type Mutation { change: Int }
  type Subscription { changed: Int }
  interface Node { id: ID }
  union Any = Plain
  type Plain implements Node { id: ID }`;
const consumerSchema = buildSchema(SDL);

const supergraph: Supergraph = {
  digest: sha256Of(''),
  sdl: '',
  consumerSchema,
  types: typeLatticeOf(parse(SDL)),
  subgraphNames: [],
  schemaOf: () => sha256Of(''),
  policies: [],
  inputs: new Map(),
  policyOf: (typeName, field) => ({
    index: 0,
    coordinate: `${typeName}.${field}`,
    category: null,
    floor: 0,
    optional: false,
  }),
  handledBy: (typeName) => (typeName === 'Query' ? null : 'PARENT'),
  ownerOf: () => null,
  countedBy: () => null,
};

function canonicalised(text: string, variables: Readonly<Record<string, unknown>> = {}) {
  const document = parse(text);
  expect(validate(consumerSchema, document)).toEqual([]);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('no operation');
  const canonical = canonicalise({ document, operation, variables }, { supergraph, isPruned: () => false });
  const [step] = canonical.steps;
  return { text: step?.text, variables: step?.bind(variables) };
}

describe('a subscription', () => {
  it('is rewritten as one, in our own words', () => {
    expect(canonicalised('subscription Mine { mine: changed }').text).toBe('subscription{changed}');
  });
});

describe('arguments', () => {
  it('leave a default of the schema to apply where the variable was not sent', () => {
    expect(canonicalised('query ($n: Int) { plain(first: $n) { id } }')).toEqual({
      text: 'query($a0:Int){_0_plain:plain(first:$a0){id}}',
      variables: { a0: 20 },
    });
    expect(() => canonicalised('query ($n: Int) { plain(first: $n) { id } }', { n: null })).toThrow(
      expect.objectContaining({ code: 'INPUT_INVALID' }),
    );
  });

  it('cannot make a key that a field of the schema has', () => {
    expect(canonicalised('{ _0_plain plain(_0: 1) { id } }').text).toBe(
      'query($a0:Int){_0__0_plain:_0_plain _1_plain:plain(_0:$a0){id}}',
    );
  });
});

describe('the variables of conditions', () => {
  it('are those of skip and include anywhere in the operation and its fragments', () => {
    const document = parse(
      'query ($a: Boolean!, $b: Boolean!, $c: Int) { plain(first: 1, _0: $c) @include(if: $b) { ...F } } fragment F on Plain { id @skip(if: $a) }',
    );
    const operation = getOperationAST(document);
    const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);

    expect(operation && conditionVariables(operation, fragments)).toEqual(['a', 'b']);
  });
});
