import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the project's data. */
export const DATA_FOLDER = fileURLToPath(new URL('../../../../data', import.meta.url));

/** A folder of data with a few posts of the register and a few case studies. */
export interface ExerciseData extends Disposable {
  readonly folder: string;
  /** Replaces the case studies. */
  writeCaseStudies(rows: readonly string[]): void;
}

const linesOf = (file: string): string[] => readFileSync(join(DATA_FOLDER, file), 'utf8').split(/\r?\n/);

/** Lines of the project's case studies whose text contains `word`. */
export function caseStudies(word: string): string[] {
  return linesOf('incidents.csv').filter((line) => line.includes(word));
}

/** Makes a folder with a register of these posts, of which the `exercised` may be hung exercises on. */
export function makeExerciseData(options: {
  readonly posts: readonly string[];
  readonly exercised: readonly string[];
  readonly studies: readonly string[];
}): ExerciseData {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-incidents-'));
  const [registerHead = '', ...register] = linesOf('missions.csv');
  const [studiesHead = ''] = linesOf('incidents.csv');
  const write = (file: string, lines: readonly string[]): void =>
    writeFileSync(join(folder, file), `${lines.join('\n')}\n`);
  const chosen = register.filter((line) => options.posts.includes(line.slice(0, line.indexOf(','))));
  write('missions.csv', [registerHead, ...chosen]);
  write('claims.csv', linesOf('claims.csv').slice(0, 5));
  write('synthetic-posts.json', [JSON.stringify(options.exercised)]);
  const writeCaseStudies = (rows: readonly string[]): void => write('incidents.csv', [studiesHead, ...rows]);
  writeCaseStudies(options.studies);
  return { folder, writeCaseStudies, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}
