import type { ExercisePost } from './exercise-premises.js';

/** Whether a post is no more than an office of one officer. */
export const isSmall = ({ kind }: ExercisePost): boolean => kind === 'HONORARY_CONSULATE' || kind === 'CONSULAR_AGENCY';

/** Whether a post is under the Consular Convention. */
export const isConsular = ({ kind }: ExercisePost): boolean => /CONSUL/.test(kind);

/** So many for every post. */
export const every = (count: number) => (): number => count;

/** So many for a post that has a staff, and fewer for one that is an office of one officer. */
export const bySize =
  (count: number, small: number) =>
  (post: ExercisePost): number =>
    isSmall(post) ? small : count;
