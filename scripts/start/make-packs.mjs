/** Makes the packs of a start, for the next one: run beside it, at a lower priority, when those that there are were made of another build. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { CHECKOUT } from '../run/checkout.mjs';
import { holdLock } from '../run/lock.mjs';
import { buildDigest, openPacks, PACK_FOLDER, PACKED, stampIn } from './packs.mjs';

/** Databases that TypeORM knows and this project does not use: not installed, and never asked for. */
const TYPEORM = JSON.parse(readFileSync(join(CHECKOUT, 'packages/shared/node_modules/typeorm/package.json'), 'utf8'));
const NOT_INSTALLED = Object.keys(TYPEORM.peerDependencies).filter(
  (name) => name !== 'pg' && name !== 'reflect-metadata',
);

/** Code of this project; what is installed is linked from elsewhere. */
const OWN_CODE = /\/(packages|services|gateway|notary|scripts)\/.*\.m?js$/;

/** Paths that a file makes of its own place stay those of the file that was packed. */
const ownPlace = {
  name: 'own-place',
  setup({ onLoad }) {
    onLoad({ filter: OWN_CODE }, ({ path }) => {
      if (path.includes('/node_modules/')) return undefined;
      const text = readFileSync(path, 'utf8');
      const contents = text
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)));
      return { contents, loader: 'js' };
    });
  },
};

/** What has machine code beside it is loaded from where it is installed. */
const nativeByPath = {
  name: 'native-by-path',
  setup(pack) {
    pack.onResolve(
      { filter: /^@graphql-hive\/router-query-planner$/ },
      async ({ path, kind, resolveDir, pluginData }) => {
        if (pluginData === nativeByPath) return undefined;
        const found = await pack.resolve(path, { kind, resolveDir, pluginData: nativeByPath });
        return { path: found.path, external: true, errors: found.errors };
      },
    );
  },
};

/** Writes a pack of each program into a folder, by the name that it has there. */
export async function makePacks(folder, programs = PACKED) {
  await build({
    entryPoints: Object.entries(programs).map(([out, file]) => ({ in: join(CHECKOUT, file), out })),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    // Types and tables are named after their classes.
    keepNames: true,
    legalComments: 'none',
    logLevel: 'error',
    external: [...NOT_INSTALLED, 'pg-native', '*.node'],
    plugins: [ownPlace, nativeByPath],
    banner: {
      js: "import { createRequire as createRequireOfPack } from 'node:module';\nconst require = createRequireOfPack(import.meta.url);",
    },
  });
}

async function main() {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  // Of several starts at once one makes them.
  const lock = await holdLock('packs');
  const digest = buildDigest();
  const unfinished = `${PACK_FOLDER}.new`;
  try {
    if (openPacks().areFresh) return;
    rmSync(unfinished, { recursive: true, force: true });
    // Fails at once where nothing can be written.
    mkdirSync(unfinished);
    await makePacks(unfinished);
    // Built again meanwhile: they are of two builds.
    if (buildDigest() !== digest) return;
    writeFileSync(stampIn(unfinished), digest);
    rmSync(PACK_FOLDER, { recursive: true, force: true });
    renameSync(unfinished, PACK_FOLDER);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
    lock.release();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
