import type { Instant } from '@chancery/shared/clock';
import type { ImportClient } from '@chancery/shared/subgraph/import/import-transaction';
import type { Imported } from '@chancery/shared/subgraph/import/keep-only';
import { ACCESS_SETS } from './exercise-access.js';
import { EXERCISES_SETS } from './exercise-exercises.js';
import { PEOPLE_SETS } from './exercise-people.js';
import { PLANS_SETS } from './exercise-plans.js';
import { POSTS_SETS } from './exercise-posts.js';
import { READINESS_SETS } from './exercise-readiness.js';
import type { MadeIds, StoredPost } from './exercise-set.js';
import { WATCH_SETS } from './exercise-watch.js';

/** In the order in which they refer to each other. */
const SETS = [
  ...POSTS_SETS,
  ...PEOPLE_SETS,
  ...ACCESS_SETS,
  ...WATCH_SETS,
  ...PLANS_SETS,
  ...READINESS_SETS,
  ...EXERCISES_SETS,
];

/** Loads what is made up of every other kind for some posts: those that are there keep their ids, those of other posts are withdrawn. */
export async function importExercise(
  client: ImportClient,
  posts: readonly StoredPost[],
  start: Instant,
): Promise<Imported> {
  const made: MadeIds = new Map();
  const total = { changed: 0, withdrawn: 0, returned: 0 };
  for (const { load } of SETS) {
    const { changed, withdrawn, returned } = await load(client, posts, start, made);
    total.changed += changed;
    total.withdrawn += withdrawn;
    total.returned += returned;
  }
  return total;
}
