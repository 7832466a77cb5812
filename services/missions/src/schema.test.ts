import { readFileSync } from 'node:fs';
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
});
