import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ID_PREFIXES } from '@chancery/shared/brands';
import { describe, expect, it } from '@jest/globals';
import { checkSubgraphs, composeSupergraph } from './compose-supergraph.js';
import { handledBy, objectsOf } from './coordinates.js';
import { loadSubgraphs } from './subgraph.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

describe('the committed supergraph', () => {
  it('is what the committed subgraphs compose to, byte for byte', () => {
    expect(composeSupergraph(loadSubgraphs(root))).toBe(readFileSync(`${root}/supergraph.graphql`, 'utf8'));
  });

  it('is made of subgraphs that keep every rule, of which there are five', () => {
    const subgraphs = loadSubgraphs(root);

    expect(subgraphs.map(({ name }) => name)).toEqual(['missions', 'incidents', 'intel', 'compliance', 'gateway']);
    expect(checkSubgraphs(subgraphs)).toEqual([]);
  });

  it('finds every kind of record by its id alone', () => {
    const subgraphs = loadSubgraphs(root);
    const records = (of: 'OWN' | 'Node') =>
      subgraphs.flatMap(({ name, document }) =>
        objectsOf(document)
          .filter((object) =>
            of === 'OWN'
              ? name !== 'gateway' && handledBy(object) === 'OWN'
              : object.interfaces?.some((each) => each.name.value === 'Node'),
          )
          .map((object) => object.name.value),
      );
    const kinds = [...new Set(records('OWN'))].sort();

    expect(kinds).toEqual(Object.keys(ID_PREFIXES).sort());
    expect(records('Node').sort()).toEqual(kinds);
  });
});
