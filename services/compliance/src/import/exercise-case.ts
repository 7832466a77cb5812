import type { Instant } from '@chancery/shared/clock';
import type { ExercisePost } from '@chancery/shared/subgraph/import/exercise-posts';

const DAY_MS = 86_400_000;

/** A post of a demonstration that is known here, and its place in the row of them. */
export interface ExerciseCase extends ExercisePost {
  readonly mission: string;
  readonly index: number;
  /** An instant so many days before the first start. */
  readonly before: (days: number) => Date;
  readonly dayBefore: (days: number) => string;
}

/** The posts of a demonstration that are known here. */
export function exerciseCases(
  posts: readonly ExercisePost[],
  missions: ReadonlyMap<string, string>,
  start: Instant,
): ExerciseCase[] {
  const before = (days: number): Date => new Date(start - days * DAY_MS);
  const dayBefore = (days: number): string => before(days).toISOString().slice(0, 10);
  return posts.flatMap((post, index) => {
    const mission = missions.get(post.key);
    return mission === undefined ? [] : [{ ...post, mission, index, before, dayBefore }];
  });
}

/** The handling of what the ministry of the sending State keeps of a post: it exists for these States alone. */
export function keptFor({ key, sendingState }: ExercisePost, ...others: readonly string[]): string {
  const parties = [...new Set([sendingState, ...others])].sort().join('+');
  return `l=-;rel=${parties};nat=*;pur=*;own=${sendingState}.foreign-ministry;m=${key};t=synthetic`;
}

/** The part of every row of a demonstration. */
export function rowOf(of: ExerciseCase, letter: string, ...others: readonly string[]) {
  return { handling: keptFor(of, ...others), synthetic: true, mission: of.mission, reference: `${letter}-${of.key}` };
}
