import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the project's data. */
export const DATA_FOLDER = fileURLToPath(new URL('../../../../data', import.meta.url));

/** A folder of data with a few posts of the register. */
export interface ExerciseData extends Disposable {
  readonly folder: string;
}

/** Makes a folder with a register of these posts, all of which may be exercised on. */
export function makeExerciseData(posts: readonly string[]): ExerciseData {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-intel-'));
  const [head = '', ...register] = readFileSync(join(DATA_FOLDER, 'missions.csv'), 'utf8').split(/\r?\n/);
  const chosen = register.filter((line) => posts.includes(line.slice(0, line.indexOf(','))));
  writeFileSync(join(folder, 'missions.csv'), `${[head, ...chosen].join('\n')}\n`);
  writeFileSync(join(folder, 'synthetic-posts.json'), JSON.stringify(posts));
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}
