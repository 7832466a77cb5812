import { readFileSync } from 'node:fs';
import { besideApollo } from '@chancery/shared/subgraph/testkit/apollo-subgraph';
import { describe, expect, it } from '@jest/globals';
import { missions } from './service.js';

describe('the schema of missions', () => {
  it('is the one that is committed', async () => {
    const { sdl } = await missions.schema();
    expect(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8')).toBe(sdl);
  });

  it('keeps its directives, and the enum values in them', async () => {
    const { sdl } = await missions.schema();
    expect(sdl).toContain('type Mission @key(fields: "id") @handled(by: OWN) {');
    expect(sdl).toContain('floorPlan: String @category(is: PREMISES_RESCUE)');
    expect(sdl).toContain('handling: Handling! @inaccessible');
    expect(sdl).not.toContain('"PREMISES_RESCUE"');
  });

  it('is executed as Apollo’s library would make it of its text, and is valid', async () => {
    const { served, reference, faults } = besideApollo(await missions.schema());

    expect(served === reference).toBe(true);
    expect(served).toContain('union _Entity = ');
    expect(faults).toEqual([]);
  });
});
