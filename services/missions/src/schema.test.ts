import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { missions } from './mission.connection.js';
import { buildMissionsSchema } from './schema.js';

describe('the schema of missions', () => {
  it('is the one that is committed', async () => {
    const { sdl } = await buildMissionsSchema();
    expect(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8')).toBe(sdl);
  });

  it('keeps its directives, and the enum values in them', async () => {
    const { sdl } = await buildMissionsSchema();
    expect(sdl).toContain('type Mission @key(fields: "id") @handled(by: OWN) {');
    expect(sdl).toContain('floorPlan: String @category(is: PREMISES_RESCUE)');
    expect(sdl).toContain('handling: Handling! @inaccessible');
    expect(sdl).not.toContain('"PREMISES_RESCUE"');
  });

  it('filters and orders by a value under the category of its field', async () => {
    const { schema, categories } = await buildMissionsSchema();
    for (const name of ['MissionFilter', 'MissionOrder']) {
      const type = schema.getType(name);
      const fields = type && 'getFields' in type ? Object.keys(type.getFields()) : [];
      expect(fields).not.toEqual([]);
      for (const field of fields) {
        const reads = missions.columns[field]?.reads;
        if (field === 'id') expect(reads).toBeNull();
        else expect(reads).toBe(`Mission.${field}`);
        if (reads) expect(categories.has(reads)).toBe(true);
      }
    }
  });
});
