import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSupergraph } from '@chancery/gateway/schema/load-supergraph';
import { seededSource } from '@chancery/policy/testkit/random';
import { DateTime, LocalDate, StateCode } from '@chancery/shared/schema/scalars';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, TypeInfo, validate, visit, visitWithTypeInfo } from 'graphql';
import { chooseCases, exampleDocuments, knownValues } from './cases.js';
import { CHECKOUT } from './deployment.js';
import { RandomDocuments } from './documents.js';

const sdl = readFileSync(join(CHECKOUT, 'supergraph.graphql'), 'utf8');
const { consumerSchema } = loadSupergraph(sdl, [DateTime, LocalDate, StateCode]);
/** The wider the schema, the more it takes. */
const DOCUMENTS_MAX = 20_000;
const IDS = { mis: ['mis_a'], inc: ['inc_a'], wrn: ['wrn_a'] };

const some = (seed: number, count = 200): readonly string[] => {
  const documents = new RandomDocuments(consumerSchema, knownValues(IDS), seededSource(seed));
  return Array.from({ length: count }, () => documents.next());
};

describe('random documents', () => {
  it('are valid against the schema that callers see', () => {
    const invalid = some(1).flatMap((text) => validate(consumerSchema, parse(text)).map(({ message }) => message));
    expect(invalid).toEqual([]);
  });

  it('come alike of one seed, and otherwise of another', () => {
    expect(some(3, 20)).toEqual(some(3, 20));
    expect(some(3, 20)).not.toEqual(some(4, 20));
  });

  it('reach every field of the types that are asked most, sooner or later', () => {
    const types = ['Mission', 'Premises', 'Incident', 'Warning', 'Viewer', 'Custody', 'PageInfo'];
    const missing = new Set(
      types.flatMap((type) => {
        const found = consumerSchema.getType(type);
        return found && 'getFields' in found ? Object.keys(found.getFields()).map((name) => `${type}.${name}`) : [];
      }),
    );
    expect(missing.size).toBeGreaterThan(50);
    const info = new TypeInfo(consumerSchema);
    const documents = new RandomDocuments(consumerSchema, knownValues(IDS), seededSource(5));
    for (let left = DOCUMENTS_MAX; left > 0 && missing.size > 0; left -= 1) {
      visit(
        parse(documents.next()),
        visitWithTypeInfo(info, {
          Field: ({ name }) => void missing.delete(`${info.getParentType()?.name}.${name.value}`),
        }),
      );
    }
    expect([...missing]).toEqual([]);
  });

  it('of a scalar that no values are known of are refused, not guessed', () => {
    const schema = buildSchema('scalar Odd type Query { field(of: Odd!): String }');
    const documents = new RandomDocuments(schema, {}, seededSource(1));
    expect(() => documents.next()).toThrow('no values are known of `Odd`');
  });
});

describe('chosen cases', () => {
  it('hold every example of the documentation, and purposes that their personas have', () => {
    const cases = chooseCases(40, IDS, seededSource(1));
    expect(cases).toHaveLength(40);
    const documents = new Set(cases.map(({ document }) => document));
    expect(exampleDocuments().filter((example) => !documents.has(example))).toEqual([]);
  });
});
