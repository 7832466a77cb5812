import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TEST_SUPERGRAPH, testCanonicalise } from '../../testkit/test-canonicalise.js';
import { type TestArguments, testOperations, writePlainly, writeStrangely } from '../../testkit/test-operations.js';

const ARGUMENTS: TestArguments = {
  mission: ['(id: "m")', '(id: "n")'],
  incident: ['(id: "i")'],
  warning: ['(id: "w")'],
  missionByWikidataId: ['(wikidataId: "Q1")'],
  rule: ['(id: "VCDR-22-1")'],
  missions: ['', '(first: 2)', '(first: 1, orderBy: [{ city: ASC }])'],
  incidents: ['', '(first: 2)', '(filter: { type: { in: [FIRE, ARSON] } })'],
  warnings: ['', '(first: 2)'],
};
const operations = testOperations(TEST_SUPERGRAPH.consumerSchema, ARGUMENTS, 5);
const choices = fc.array(fc.nat({ max: 1_000 }), { minLength: 20, maxLength: 60 });

describe('the canonical text', () => {
  it('is one for all ways of writing an operation, and never holds a word of the caller', () => {
    fc.assert(
      fc.property(operations, choices, (all, chosen) => {
        const plain = testCanonicalise(`{ ${writePlainly(all)} }`);
        const strange = testCanonicalise(writeStrangely(all, chosen));

        expect(strange.text).toBe(plain.text);
        expect(strange.variables).toEqual(plain.variables);
        expect(strange.text).not.toMatch(/zq|gone|__proto__|constructor|yes|no\b/);
      }),
      { numRuns: 300 },
    );
  });
});
