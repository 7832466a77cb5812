import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { compliance } from './service.js';

describe('the schema of compliance', () => {
  it('is committed as it is built, byte for byte', async () => {
    const { sdl } = await compliance.schema();

    expect(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8')).toBe(sdl);
  });
});
