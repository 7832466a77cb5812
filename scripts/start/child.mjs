import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { CHECKOUT } from '../run/checkout.mjs';
import { openLog } from './log-file.mjs';

const PRELOAD = new URL('./end-with-parent.mjs', import.meta.url).href;
const STOP_MAX_MS = 10_000;

/**
 * Starts `node` with a step's arguments; what it says goes to `<logFolder>/<name>.log`, and each line of its standard
 * output also to `onLine`. `ended` resolves to a description of how it ended. One that is `held` waits for the rest of its variables, which `tell` gives.
 */
export function startChild({ name, args, env = {}, rereads = false }, { logFolder, onLine, held = false }) {
  const log = openLog(logFolder, name);
  // The administrator's password is the supervisor's alone.
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--import', PRELOAD, ...args], {
    cwd: CHECKOUT,
    env: { ...inherited, ...env },
    stdio: ['pipe', 'pipe', log.fd, ...(held ? ['ipc'] : [])],
    // In a session of its own: Ctrl-C at the terminal reaches the supervisor alone, which stops the rest in order.
    detached: true,
  });
  child.stdin.on('error', () => {}); // it has ended; `ended` tells
  createInterface({ input: child.stdout }).on('line', (line) => {
    log.write(line);
    onLine(line);
  });
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 127, how: error.message }));
    child.once('close', (code, signal) => resolve({ code, how: signal === null ? `exit code ${code}` : `${signal}` }));
  }).finally(() => log.close());
  const hangUp = () => child.kill('SIGHUP');
  const tell = (variables) => child.send(variables, () => {}); // it has ended; `ended` tells
  return { name, logFile: log.file, ended, rereads, hangUp, tell, stop: () => stopChild(child, ended), tail: log.tail };
}

/** Asks it to end, and ends it and all it started when it does not; tells whether it ended by itself. */
async function stopChild(child, ended) {
  if (child.exitCode !== null || child.signalCode !== null) return true;
  let isClean = true;
  child.kill('SIGTERM');
  const timer = setTimeout(() => {
    isClean = false;
    process.kill(-child.pid, 'SIGKILL');
  }, STOP_MAX_MS);
  await ended;
  clearTimeout(timer);
  return isClean;
}
