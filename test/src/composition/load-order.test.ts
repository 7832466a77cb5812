import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const SERVICES = resolve(import.meta.dirname, '../../../services');

/** Loads the classes of a service from the last by name to the first, then the service, and prints its schema. */
const IN_REVERSE = `
  import { readdirSync } from 'node:fs';
  import { join } from 'node:path';
  import { pathToFileURL } from 'node:url';
  const [dist] = process.argv.slice(1);
  const records = readdirSync(join(dist, '../src'), { recursive: true })
    .filter((file) => file.endsWith('.ts') && !/test|main|setup\\.ts|print-|migrations/.test(file))
    .map((file) => file.replace(/ts$/, 'js'))
    .sort().reverse();
  for (const file of records) await import(pathToFileURL(join(dist, file)));
  const service = await import(pathToFileURL(join(dist, 'service.js')));
  const [{ schema }] = Object.values(service).filter((each) => typeof each?.schema === 'function');
  process.stdout.write((await schema()).sdl);
`;

describe('the printed schema of a service, by whose digest calls are planned for it', () => {
  it.each(readdirSync(SERVICES))(
    'is the same for %s whichever of its classes was loaded first',
    (name) => {
      const dist = join(SERVICES, name, 'dist');
      const printed = execFileSync(process.execPath, ['--input-type=module', '-e', IN_REVERSE, dist], {
        encoding: 'utf8',
        maxBuffer: 16 * 1024 * 1024,
      });
      expect(printed === readFileSync(join(SERVICES, name, 'schema.graphql'), 'utf8')).toBe(true);
    },
    60_000,
  );
});
