import { readFileSync } from 'node:fs';
import { besideApollo } from '@chancery/shared/subgraph/testkit/apollo-subgraph';
import { describe, expect, it } from '@jest/globals';
import { incidents } from './service.js';

describe('the schema of incidents', () => {
  it('is committed as it is built, byte for byte', async () => {
    const { sdl } = await incidents.schema();

    expect(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8')).toBe(sdl);
  });

  it('is executed as Apollo’s library would make it of its text, and is valid', async () => {
    const { served, reference, faults } = besideApollo(await incidents.schema());

    expect(served === reference).toBe(true);
    expect(served).toContain('union _Entity = ');
    expect(faults).toEqual([]);
  });
});
