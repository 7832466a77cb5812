/**
 * Preloaded into every process that a supervisor starts (`node --import`): standard input is a pipe that the supervisor
 * holds open, so it ends when the supervisor does, however that ends; then this process is told to stop.
 */
const stop = () => process.kill(process.pid, 'SIGTERM');
process.stdin.once('end', stop);
process.stdin.once('error', stop);
process.stdin.resume();
process.stdin.unref?.();
