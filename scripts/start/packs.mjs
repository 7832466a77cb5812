import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT, toolPath } from '../run/checkout.mjs';

/**
 * The processes of a start by the file that each begins with, and the names of their packs. A pack is a process in one file, made of what is built: it loads
 * in half the processor time of some 1,800 files (ADR 0086). It is a memory of the build and nothing more: without one, or with one of another build,
 * the process is loaded from its files.
 */
export const PACKED = {
  setup: 'scripts/start/setup.mjs',
  missions: 'services/missions/dist/main.js',
  incidents: 'services/incidents/dist/main.js',
  intel: 'services/intel/dist/main.js',
  compliance: 'services/compliance/dist/main.js',
  notary: 'notary/dist/main.js',
  gateway: 'gateway/dist/wiring/main.js',
};

/** Whose code is in them. */
const PACKAGES = ['packages/shared', 'packages/policy', 'packages/ledger', 'gateway', 'notary'].concat(
  ['missions', 'incidents', 'intel', 'compliance'].map((name) => `services/${name}`),
);

/** Beside the packages that are installed, for it goes with them. */
export const PACK_FOLDER = toolPath('.chancery-packs');
export const packIn = (folder, name) => join(folder, `${name}.mjs`);
export const stampIn = (folder) => join(folder, 'stamp');

/** The file that each process is started with, by its name: its pack, where those that there are were made of this build. */
export function openPacks(folder = PACK_FOLDER) {
  const stamp = stampIn(folder);
  const areFresh = existsSync(stamp) && readFileSync(stamp, 'utf8') === buildDigest();
  return { areFresh, entryOf: (name) => (areFresh ? packIn(folder, name) : join(CHECKOUT, PACKED[name])) };
}

/** Digest of all that packs are made of: what the compiler noted of each package, what is installed, and the scripts. */
export function buildDigest() {
  const hash = createHash('sha256').update(`${CHECKOUT}\n`);
  const files = [
    ...PACKAGES.map((each) => `${each}/dist/.tsbuildinfo`),
    ...['scripts/start', 'scripts/run'].flatMap((folder) =>
      readdirSync(join(CHECKOUT, folder)).map((name) => `${folder}/${name}`),
    ),
    'pnpm-lock.yaml',
  ];
  for (const file of files.sort()) hash.update(`${file}\n`).update(readFileSync(join(CHECKOUT, file)));
  return hash.digest('hex');
}
