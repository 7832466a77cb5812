/**
 * Runs a file of tests as it was built, loaded by node: what several files import is loaded once in a worker, as in a
 * process that serves (ADR 0087). Jest would load all of it anew for each file, cold, and in a realm of its own.
 */
import { existsSync } from 'node:fs';
import { register } from 'node:module';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { seed } from './chance.mjs';
import { endChildren, runningChildren } from './left-children.mjs';
import { requireOfJest } from './of-jest.mjs';
import { useGlobals } from './test-globals.mjs';

/** Jest's own runner of tests. */
const { default: circus } = requireOfJest('jest-circus/runner');
const { cache } = requireOfJest;

register('./resolve-globals.mjs', import.meta.url);

// Every package has one and the same fast-check: what is set here holds in all that it is loaded by.
fc.configureGlobal({ seed });

export default async function runBuilt(globalConfig, config, environment, runtime, testPath, send) {
  const loaded = new Proxy(runtime, {
    get: (target, key) => LOADING[key] ?? (typeof target[key] === 'function' ? target[key].bind(target) : target[key]),
  });
  const before = runningChildren();
  const result = await circus(globalConfig, config, environment, loaded, testPath, send);
  const left = await endChildren(before);
  // It would hold our output open, and whoever waits for the end of that waits for ever.
  if (left.length > 0) throw new Error(`processes that the tests of this file left behind: ${left.join('; ')}`);
  return result;
}

/** What the runner asks of jest's loader, done by node's. */
const LOADING = {
  /** The state of a run, anew for each file. */
  requireInternalModule(path) {
    delete cache[path];
    for (const symbol of Object.getOwnPropertySymbols(globalThis).filter(isOfRun)) delete globalThis[symbol];
    return requireOfJest(path);
  },
  setGlobalsForRuntime: useGlobals,
  unstable_shouldLoadAsEsm: () => true,
  unstable_importModule: (path) => import(pathToFileURL(builtOf(path)).href),
};

const isOfRun = ({ description }) => description === 'EVENT_HANDLERS' || description === 'JEST_STATE_SYMBOL';

/** Where the compiler puts a file of `src`. */
function builtOf(path) {
  const built = path.replace(/\/src\/(.*)\.ts$/, '/dist/$1.js');
  if (!existsSync(built)) throw new Error(`\`${built}\` is not there: build first (npx tsc -b)`);
  return built;
}
