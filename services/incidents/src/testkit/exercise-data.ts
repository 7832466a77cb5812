import { linesOf, type RegisterFolder, registerFolder } from '@chancery/shared/subgraph/testkit/register-folder';

/** A folder of data with a few posts of the register and a few case studies. */
export interface ExerciseData extends RegisterFolder {
  /** Replaces the case studies. */
  writeCaseStudies(rows: readonly string[]): void;
}

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
  const data = registerFolder(options.posts, options.exercised);
  const [head = ''] = linesOf('incidents.csv');
  const writeCaseStudies = (rows: readonly string[]): void => data.write('incidents.csv', [head, ...rows]);
  data.write('claims.csv', linesOf('claims.csv').slice(0, 5));
  writeCaseStudies(options.studies);
  return { ...data, writeCaseStudies };
}
