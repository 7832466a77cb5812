import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { type DocumentNode, getIntrospectionQuery, Kind, type OperationDefinitionNode, parse, validate } from 'graphql';
import { loadSupergraph } from '../schema/load-supergraph.js';
import { limitCost } from '../stages/limit/cost.js';
import { limitOperation } from '../stages/limit/limit.js';
import { loadExamples } from './load-examples.js';

const sdl = readFileSync(new URL('../../../supergraph.graphql', import.meta.url), 'utf8');
const { consumerSchema } = loadSupergraph(sdl);

const operationOf = ({ definitions }: DocumentNode): OperationDefinitionNode => {
  const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error('no operation');
  return operation;
};

describe('the examples', () => {
  it('come in the order in which a newcomer reads them', () => {
    const names = loadExamples().map(({ name }) => name);
    expect(names.slice(0, 4)).toEqual(['WholePicture', 'Fire', 'Tearline', 'DutyToProtect']);
    expect(names.at(-1)).toBe('IncidentList');
    expect(names).toHaveLength(19);
  });

  it('are valid against the schema that callers see, and within the limits', () => {
    for (const { document } of loadExamples()) {
      const parsed = parse(document);
      expect(validate(consumerSchema, parsed)).toEqual([]);
      const operation = operationOf(parsed);
      expect(() => limitOperation(parsed, operation)).not.toThrow();
      expect(() => limitCost({ document: parsed, operation, variables: {} }, consumerSchema)).not.toThrow();
    }
  });

  it('and the page’s own reading of the schema are within the limits', () => {
    const parsed = parse(getIntrospectionQuery());
    expect(() => limitOperation(parsed, operationOf(parsed))).not.toThrow();
  });

  it.each([
    ['no name', '{ viewer { agency } }'],
    ['two operations', 'query A { viewer { agency } } query B { viewer { agency } }'],
  ])('with %s are refused by file', (_, document) => {
    const folder = mkdtempSync(join(tmpdir(), 'examples-'));
    writeFileSync(join(folder, 'odd.graphql'), document);
    expect(() => loadExamples(pathToFileURL(`${folder}/`))).toThrow('odd.graphql');
  });
});
