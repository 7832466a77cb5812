import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildSchema, executeSync, getOperationAST, parse, validate } from 'graphql';
import { RandomWorld } from '../../testkit/random-world.js';
import { contextOf } from '../../testkit/redaction-fixture.js';
import { unlabelled } from '../../testkit/unlabelled/unlabelled-supergraph.js';
import { canonicalise } from '../rewrite/canonical-operation.js';
import { compileProjection } from './compile-projection.js';
import { redact } from './redact.js';

const RUNS = 100;
const DOCUMENTS = 3;
const EVERYTHING = {
  errorsMax: 1_000_000,
  answerMax: { valuesMax: 1_000_000, introspectedMax: 1_000_000, bytesMax: 1_000_000_000 },
};

const pathsOf = (
  errors: readonly { readonly path?: readonly (string | number)[] | undefined }[] = [],
): readonly string[] => errors.map(({ path }) => JSON.stringify(path ?? [])).sort();

describe('completing what nothing withholds', () => {
  it('gives what graphql-js gives, data and the path of each error, on any schema with interfaces and unions', () => {
    let asked = 0;
    let failed = 0;
    fc.assert(
      fc.property(fc.integer({ min: 0 }), (seed) => {
        const world = new RandomWorld(seed);
        const schema = buildSchema(world.sdl);
        const supergraph = unlabelled(world.sdl, schema);
        for (let count = 0; count < DOCUMENTS; count += 1) {
          const data = world.data(3);
          const document = parse(world.document(3));
          const operation = getOperationAST(document);
          if (!operation || validate(schema, document).length > 0) continue;
          const variables = { yes: true, no: false };
          const expected = executeSync({ schema, document, rootValue: data, variableValues: variables });
          const { root } = canonicalise(
            { document, operation, variables },
            { supergraph, isPruned: () => false, selectionsMax: 1_000_000 },
          );
          const redacted = redact(compileProjection(root), { data, failures: null }, contextOf({}, EVERYTHING));
          asked += 1;
          failed += expected.errors ? 1 : 0;

          expect(redacted.data).toEqual(JSON.parse(JSON.stringify(expected.data)));
          expect(pathsOf(redacted.errors)).toEqual(pathsOf(expected.errors));
        }
      }),
      { numRuns: RUNS },
    );
    // Half of them must be about something: documents that hold, and nulls where none may be.
    expect(asked).toBeGreaterThan((RUNS * DOCUMENTS) / 2);
    expect(failed).toBeGreaterThan(asked / 20);
  });
});
