/**
 * A newer Node than the oldest that we run on, for the tests of what only a newer one has. It is fetched once, by a lock file of its own, beside what
 * the tests keep: a dependency would be 50 MB more for everybody who starts.
 */
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT, dataFolder } from '../run/checkout.mjs';
import { homeEnvironment, npmTool } from '../run/install.mjs';
import { holdLock } from '../run/lock.mjs';
import { withProgress } from '../run/progress.mjs';
import { runStep } from '../run/run-step.mjs';

const SOURCE = join(CHECKOUT, 'test/newer-node');
const FILES = ['package.json', 'package-lock.json'];
/** Two, seconds apart. */
const RETRIES = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];
const SUBJECT = 'fetching a newer Node for the tests that want one (once, 50 MB)';

/** Its path; null, and why is said, where it cannot be had: the tests that want it then fail, and no others. */
export async function fetchNewerNode() {
  const folder = join(dataFolder(), 'newer-node');
  const node = join(folder, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin/node');
  const lock = await holdLock('newer-node');
  try {
    const isThere = existsSync(node) && FILES.every((file) => textOf(folder, file) === textOf(SOURCE, file));
    if (!isThere) await fetchInto(folder, node);
    return existsSync(node) ? node : null;
  } finally {
    lock.release();
  }
}

/**
 * By npm, which holds what it fetches against the sums in the lock file, and asks the registry of its own settings. In the folder, and not by
 * `--prefix`: that would have it read other settings.
 */
async function fetchInto(folder, node) {
  const npm = npmTool('npm');
  const args = [...npm.args, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=verbose', ...RETRIES];
  mkdirSync(folder, { recursive: true });
  for (const file of FILES) cpSync(join(SOURCE, file), join(folder, file));
  await withProgress(SUBJECT, async (output) => {
    const code = await runStep({ ...npm, args, cwd: folder, env: homeEnvironment(), output });
    // To npm it is no failure when what is for one kind of machine cannot be had.
    return code === 0 && !existsSync(node) ? 1 : code;
  });
}

function textOf(folder, file) {
  const path = join(folder, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
