import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** Ends a process with whoever started it: a test's worker that is killed ends none itself. */
const END_WITH_PARENT = new URL('../../../scripts/start/end-with-parent.mjs', import.meta.url).href;

/** A server in a process of its own, that a test may kill. */
export interface ServerProcess {
  readonly url: string;
  /** Ends it as a power failure would. */
  kill(): Promise<void>;
}

/** Runs a server's program; it is there when it has said so. */
export async function startServerProcess(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const child: ChildProcess = spawn(process.execPath, ['--import', END_WITH_PARENT, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH, ...env },
  });
  if (!child.stdout) throw new Error('no standard output');
  const died = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`${args[0] ?? ''} ended before it was there: ${String(code ?? signal)}`);
  });
  // Whoever kills it later has seen that it was there.
  died.catch(() => undefined);
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), died]);
  return {
    url: JSON.parse(String(line)).ready.url,
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
