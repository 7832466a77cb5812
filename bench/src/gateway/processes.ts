import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';

const START_MAX_MS = 60_000;

/** A process that serves, apart from whoever measures it. */
export interface Served {
  readonly pid: number;
  readonly url: string;
  stop(): Promise<void>;
}

export interface ToServe {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Processor that it may use alone; null for any. */
  readonly core: number | null;
  /** Where it serves, for one that does not say so itself: it is ready once that answers. */
  readonly url?: string;
}

/** Whether a process can be held to one processor here. */
export const canPin = (): boolean => spawnSync('taskset', ['--version']).status === 0;

/** Starts a process and waits until it serves; throws with what it said when it does not. */
export async function serveApart(options: ToServe): Promise<Served> {
  const { command, args, core } = options;
  const [file = command, ...rest] = core === null ? [command, ...args] : ['taskset', '-c', `${core}`, command, ...args];
  const child = spawn(file, rest, {
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    env: { ...process.env, NODE_ENV: 'production', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  child.stderr.on('data', (piece: Buffer) => keepLast(said, piece.toString('utf8')));
  const ended = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new RangeError(`${command} ended with ${code}: ${said.join('')}`)));
  });
  ended.catch(() => {});
  const ready = options.url === undefined ? readyLine(child, said) : answering(options.url);
  const url = await Promise.race([ready, ended, tooLate(command, said)]);
  const { pid } = child;
  if (pid === undefined) throw new RangeError(`${command} has no process`);
  return { pid, url, stop: () => stop(child) };
}

function keepLast(said: string[], piece: string): void {
  said.push(piece);
  if (said.length > 40) said.shift();
}

function readyLine({ stdout }: ChildProcess, said: string[]): Promise<string> {
  if (stdout === null) throw new RangeError('a process without output');
  return new Promise((resolve) => {
    createInterface({ input: stdout }).on('line', (line) => {
      const found = /"ready":\{"url":"([^"]+)"/.exec(line)?.[1];
      if (found !== undefined) resolve(found);
      else keepLast(said, `${line}\n`);
    });
  });
}

async function answering(url: string): Promise<string> {
  for (;;) {
    const isThere = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ __typename }"}',
    }).then(
      async (response) => (await response.text()).includes('Query'),
      () => false,
    );
    if (isThere) return url;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function tooLate(command: string, said: readonly string[]): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new RangeError(`${command} does not serve: ${said.join('')}`)), START_MAX_MS).unref();
  });
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 3_000).unref();
  });
}
