import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runNode } from './supervised.js';

const CHECKOUT = resolve(import.meta.dirname, '../../..');
const { buildDigest, openPacks, packIn, stampIn } = (await import(join(CHECKOUT, 'scripts/start/packs.mjs'))) as {
  buildDigest: () => string;
  openPacks: (folder: string) => { areFresh: boolean; entryOf: (name: string) => string };
  packIn: (folder: string, name: string) => string;
  stampIn: (folder: string) => string;
};
const MAKE = new URL(`file://${join(CHECKOUT, 'scripts/start/make-packs.mjs')}`).href;
const SERVICES = ['missions', 'incidents', 'intel', 'compliance'];

describe('the packs that a start is loaded from', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'packs-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are used only where they were made of this very build', () => {
    const here = join(folder, 'stamps');
    expect(openPacks(here).areFresh).toBe(false);
    expect(openPacks(here).entryOf('missions')).toBe(join(CHECKOUT, 'services/missions/dist/main.js'));
    mkdirSync(here);
    writeFileSync(stampIn(here), 'of another');
    expect(openPacks(here).entryOf('gateway')).toBe(join(CHECKOUT, 'gateway/dist/wiring/main.js'));
    writeFileSync(stampIn(here), buildDigest());
    expect(openPacks(here).entryOf('gateway')).toBe(packIn(here, 'gateway'));
  });

  it('have the schema of each service to the letter, and say what they need as the files do', async () => {
    const programs = {
      ...Object.fromEntries(SERVICES.map((name) => [name, `services/${name}/dist/print-schema.js`])),
      gateway: 'gateway/dist/wiring/main.js',
      notary: 'notary/dist/main.js',
    };
    const make = `import { makePacks } from '${MAKE}'; await makePacks(...JSON.parse(process.argv[1]));`;
    const made = runNode(['--input-type=module', '-e', make, JSON.stringify([folder, programs])]);
    expect(await made.ended).toEqual({ code: 0, signal: null });

    for (const name of SERVICES) {
      const printed = runNode([packIn(folder, name)]);
      expect(await printed.ended).toEqual({ code: 0, signal: null });
      expect(printed.output() === readFileSync(join(CHECKOUT, 'services', name, 'schema.graphql'), 'utf8')).toBe(true);
    }
    for (const name of ['gateway', 'notary']) {
      const asking = runNode([packIn(folder, name)]);
      expect((await asking.ended).code).toBe(1);
      expect(asking.lines.join('\n')).toContain('is not set');
    }
  });
});
