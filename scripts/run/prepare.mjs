import { toolPath } from './checkout.mjs';
import { install, isInstalled } from './install.mjs';
import { holdLock } from './lock.mjs';
import { withProgress } from './progress.mjs';
import { runStep } from './run-step.mjs';

/** Installs what the lock file names, unless it is installed, and builds; returns 0 or the exit code of what failed. */
export async function prepare() {
  const lock = await holdLock('prepare');
  try {
    if (!isInstalled()) {
      const installed = await install();
      if (installed !== 0) return installed;
    }
    return await build();
  } finally {
    lock.release();
  }
}

/** Builds what is older than its source; returns 0 or the exit code of the compiler. */
export function build() {
  return withProgress('building', (output) => runStep({ args: [toolPath('typescript/bin/tsc'), '-b'], output }));
}
