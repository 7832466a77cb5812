import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CHECKOUT } from './checkout.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const PARENT_POLL_MS = 500;
const CLOSED_OUTPUT = pathToFileURL(join(CHECKOUT, 'scripts/run/closed-output.mjs'));

/**
 * Runs `node` with arguments in the checkout, or in another folder, and returns its exit code.
 * `output`: 'inherit' (default), or a function that takes each piece of what it says.
 * `holdsStdin`: the child's standard input ends when this process does, whatever ends it.
 */
export async function runStep({
  args,
  command = process.execPath,
  cwd = CHECKOUT,
  env = {},
  output = 'inherit',
  holdsStdin = false,
}) {
  const streams = output === 'inherit' ? ['inherit', 'inherit'] : ['pipe', 'pipe'];
  const ours = command === process.execPath && output === 'inherit' ? [`--import=${CLOSED_OUTPUT}`] : [];
  const child = spawn(command, [...ours, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: [holdsStdin ? 'pipe' : 'ignore', ...streams],
  });
  if (output !== 'inherit') for (const stream of [child.stdout, child.stderr]) stream.on('data', output);
  const stopForwarding = forwardEnd(child);
  try {
    return await exitCodeOf(child);
  } finally {
    stopForwarding();
  }
}

/** Passes on signals, and the death of the parent: npm that gets SIGTERM ends without telling its children. */
function forwardEnd(child) {
  const listeners = SIGNALS.map((name) => [name, () => child.kill(name)]);
  for (const [name, listener] of listeners) process.on(name, listener);
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, PARENT_POLL_MS);
  return () => {
    clearInterval(timer);
    for (const [name, listener] of listeners) process.off(name, listener);
  };
}

function exitCodeOf(child) {
  return new Promise((resolve) => {
    child.once('error', (error) => {
      process.stderr.write(`cannot run \`${child.spawnfile}\`: ${error.message}\n`);
      resolve(127);
    });
    child.once('close', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}
