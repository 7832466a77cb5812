import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { checkSubgraphs, composeSupergraph } from './compose-supergraph.js';
import { loadSubgraphs } from './subgraph.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

describe('the committed supergraph', () => {
  it('is what the committed subgraphs compose to, byte for byte', () => {
    expect(composeSupergraph(loadSubgraphs(root))).toBe(readFileSync(`${root}/supergraph.graphql`, 'utf8'));
  });

  it('is made of subgraphs that keep every rule, of which there are four', () => {
    const subgraphs = loadSubgraphs(root);

    expect(subgraphs.map(({ name }) => name)).toEqual(['missions', 'incidents', 'intel', 'gateway']);
    expect(checkSubgraphs(subgraphs)).toEqual([]);
  });
});
