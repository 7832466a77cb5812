import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATA_FOLDER } from '../../data-folder.js';

/** A data folder with a few posts of the register. */
export interface RegisterFolder extends Disposable {
  readonly folder: string;
  write(file: string, lines: readonly string[]): void;
}

/** Lines of a file of the project's data. */
export function linesOf(file: string): string[] {
  return readFileSync(join(DATA_FOLDER, file), 'utf8').trimEnd().split(/\r?\n/);
}

/** Makes a folder with a register of these posts, of which the `exercised` may be hung exercises on. */
export function registerFolder(posts: readonly string[], exercised = posts): RegisterFolder {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-data-'));
  const write = (file: string, lines: readonly string[]): void =>
    writeFileSync(join(folder, file), `${lines.join('\n')}\n`);
  const [head = '', ...register] = linesOf('missions.csv');
  write('missions.csv', [head, ...register.filter((line) => posts.includes(line.slice(0, line.indexOf(','))))]);
  write('synthetic-posts.json', [JSON.stringify(exercised)]);
  return { folder, write, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}
