import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A process under test and what it has said. */
export interface Supervised {
  readonly process: ChildProcess;
  /** Lines of both outputs, as they came. */
  readonly lines: readonly string[];
  /** Standard output alone, byte for byte. */
  output(): string;
  /** The first line that matches, once it is said; throws when the process ends without it. */
  line(pattern: RegExp): Promise<RegExpMatchArray>;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
}

/** Runs node with arguments and listens to both of its outputs. */
export function runNode(args: readonly string[], env: Readonly<Record<string, string>> = {}): Supervised {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
  const lines: string[] = [];
  const pieces: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
  const waiting = new Set<() => void>();
  const changed = (): void => {
    for (const wake of waiting) wake();
  };
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (text) => {
      lines.push(text);
      changed();
    });
  }
  let isOver = false;
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('close', (code, signal) => {
      isOver = true;
      changed();
      resolve({ code, signal });
    });
  });
  const line = (pattern: RegExp): Promise<RegExpMatchArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const match = lines.map((text) => text.match(pattern)).find((found) => found !== null);
        if (match === undefined && !isOver) return;
        waiting.delete(look);
        if (match === undefined) reject(new Error(`ended without ${pattern}:\n${lines.join('\n')}`));
        else resolve(match);
      };
      waiting.add(look);
      look();
    });
  return { process: child, lines, output: () => Buffer.concat(pieces).toString('utf8'), line, ended };
}
