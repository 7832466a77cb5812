import { type Clock, type Instant, systemClock } from '@chancery/shared/clock';
import { migrate } from '@chancery/shared/postgres/migrate';
import { firstStart } from '@chancery/shared/subgraph/import/first-start';
import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { importOnce, readSeed, type Seed, textOf } from '@chancery/shared/subgraph/import/seed';
import { relayOutbox } from '@chancery/shared/subgraph/outbox/relay-outbox';
import { exerciseCases } from './import/exercise-case.js';
import { type ExercisePost, readExercisePosts } from './import/exercise-posts.js';
import { loadActs } from './import/load-acts.js';
import { loadExercise } from './import/load-exercise.js';
import { loadRegister } from './import/load-register.js';
import { postsOf } from './import/posts-of.js';
import { MIGRATIONS } from './migrations.js';

/** What a setup reads and where it writes. */
export interface SetupOptions {
  readonly ownerUrl: string;
  /** Owner of the missions database, whose outbox names the posts. */
  readonly missionsOwnerUrl: string;
  /** Folder with `law/acts.json`, `missions.csv` and `synthetic-posts.json`. */
  readonly dataFolder: string;
  /** Whether to load what was made for a demonstration. */
  readonly exercise: boolean;
  readonly report: (line: string) => void;
  readonly clock?: Clock;
  /** From when times of the seed count that count from a start, as they do in the snapshot; left out, from now. */
  readonly start?: Instant;
}

const FILES = ['law/acts.json', 'missions.csv', 'synthetic-posts.json'] as const;

/** Migrates the database and loads the law that is held, the acts of the seed and what surrounds them: all of it or nothing. */
export async function setupCompliance(options: SetupOptions): Promise<void> {
  const { ownerUrl, missionsOwnerUrl, dataFolder, report, exercise, clock = systemClock } = options;
  const seed = await readSeed({ dataFolder, files: FILES, code: import.meta.dirname, exercise });
  await migrate(ownerUrl, MIGRATIONS, report);
  // Before the import, which looks the posts up by their register keys.
  await relayOutbox({
    sourceOwnerUrl: missionsOwnerUrl,
    targetOwnerUrl: ownerUrl,
    type: 'Mission',
    table: 'mission_ref',
    report,
  });
  await inTransaction(ownerUrl, async (client) => {
    const ran = await importOnce(client, seed, async () => {
      report(`register: ${await loadRegister(client)} instruments and rules`);
      const cases = exercise
        ? exerciseCases(postsOfSeed(seed), await postsOf(client), await firstStart(client, clock()))
        : [];
      report(`exercise: ${await loadExercise(client, cases)} records`);
    });
    if (!ran) report('register: as imported before');
    // At every start: acts of a demonstration begin with it, here as in the snapshot.
    const acts = textOf(seed, 'law/acts.json');
    report(`acts: ${await loadActs(client, acts, { exercise, start: options.start ?? clock() })}`);
  });
}

const POSTS_MAX = 20;

function postsOfSeed(seed: Seed): ExercisePost[] {
  const posts = readExercisePosts(JSON.parse(textOf(seed, 'synthetic-posts.json')), textOf(seed, 'missions.csv'));
  return posts.slice(0, POSTS_MAX);
}
