import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { CHECKOUT, dataFolder, toolPath } from './checkout.mjs';
import { withProgress } from './progress.mjs';
import { runStep } from './run-step.mjs';

const PNPM = 'pnpm@10.34.9';

/** Whether node_modules is what the lock file names. */
export function isInstalled() {
  const stamp = toolPath('.chancery-stamp');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === lockDigest();
}

/** Installs by pnpm, which npx fetches: nobody has to have it. Returns the exit code. */
export async function install() {
  const npx = npmTool('npx');
  const args = [...npx.args, '-y', PNPM, 'install', '--frozen-lockfile'];
  const subject = 'installing packages (the first time takes about 15 s)';
  const code = await withProgress(subject, (output) => runStep({ ...npx, args, env: homeEnvironment(), output }));
  if (code === 0) writeFileSync(toolPath('.chancery-stamp'), lockDigest());
  return code;
}

function lockDigest() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch} `);
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(readFileSync(join(CHECKOUT, file)));
  return hash.digest('hex');
}

/** The npm that runs this script, or the npx beside it; another may come first in PATH, or none. */
export function npmTool(name) {
  const npm = process.env.npm_execpath ?? '';
  const tool = join(dirname(npm), `${name}-cli.js`);
  return basename(npm) === 'npm-cli.js' && existsSync(tool)
    ? { command: process.execPath, args: [tool] }
    : { command: name, args: [] };
}

/** npm and pnpm keep caches at home; where that cannot be written, the data folder stands in, and the npm settings stay. */
export function homeEnvironment() {
  const home = homedir();
  try {
    accessSync(home, constants.W_OK);
    return {};
  } catch {
    const substitute = join(dataFolder(), 'home');
    mkdirSync(substitute, { recursive: true, mode: 0o711 });
    const userConfig = process.env.npm_config_userconfig ?? join(home, '.npmrc');
    return { HOME: substitute, npm_config_userconfig: userConfig, npm_config_cache: join(substitute, '.npm') };
  }
}
