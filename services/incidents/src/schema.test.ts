import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { incidents } from './service.js';

describe('the schema of incidents', () => {
  it('is committed as it is built, byte for byte', async () => {
    const { sdl } = await incidents.schema();

    expect(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8')).toBe(sdl);
  });
});
