/**
 * Preloaded into every process that a supervisor starts (`node --import`): standard input is a pipe that the supervisor
 * holds open, so it ends when the supervisor does, however that ends; then this process is told to stop, and ends in any case.
 */
const STOP_MAX_MS = 10_000;

let isStopping = false;
const stop = () => {
  if (isStopping) return;
  isStopping = true;
  process.kill(process.pid, 'SIGTERM');
  // Who drains for ever would keep the ledger's slot and the port from the next start.
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), STOP_MAX_MS).unref();
};
process.stdin.once('end', stop);
process.stdin.once('error', stop);
process.stdin.resume();
process.stdin.unref?.();

// A disk that is full costs lines of a log, and not the process: Node ends one whose standard error cannot be written to.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});
