import { type Clock, systemClock } from '@chancery/shared/clock';
import { migrate } from '@chancery/shared/postgres/migrate';
import { firstStart } from '@chancery/shared/subgraph/import/first-start';
import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { sayImported } from '@chancery/shared/subgraph/import/keep-only';
import { importOnce, readSeed, type Seed, textOf } from '@chancery/shared/subgraph/import/seed';
import { relayOutbox } from '@chancery/shared/subgraph/outbox/relay-outbox';
import { loadIntel } from './import/exercise/load-intel.js';
import { type ExercisePost, exerciseWarnings } from './import/exercise-warnings.js';
import { importWarnings } from './import/import-warnings.js';
import { readExercisePosts } from './import/register-posts.js';
import { MIGRATIONS } from './migrations.js';

const SEED = 'exercise 1';
const EXERCISES = 30;

/** What a setup reads and where it writes. */
export interface SetupOptions {
  readonly ownerUrl: string;
  /** Owner of the missions database, whose outbox names the posts. */
  readonly missionsOwnerUrl: string;
  /** Folder with `missions.csv` and `synthetic-posts.json`. */
  readonly dataFolder: string;
  /** Whether to load made-up warnings and what stands behind them. */
  readonly exercise: boolean;
  readonly report: (line: string) => void;
  readonly clock?: Clock;
}

const FILES = ['missions.csv', 'synthetic-posts.json'] as const;

/** Migrates the database and loads posts and exercise records: all of it or nothing, and nothing where nothing has changed. */
export async function setupIntel(options: SetupOptions): Promise<void> {
  const { ownerUrl, missionsOwnerUrl, dataFolder, report, exercise, clock = systemClock } = options;
  const files = exercise ? FILES : [];
  const seed = await readSeed({ dataFolder, files, code: import.meta.dirname, exercise });
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
      // What was made up for a demonstration is gone where there is none.
      const start = exercise ? await firstStart(client, clock()) : null;
      const posts = exercise ? postsOf(seed) : [];
      const made = start === null ? [] : exerciseWarnings(posts, SEED, EXERCISES, start);
      const imported = await importWarnings(client, made);
      report(`exercise warnings: ${made.length} made, rows: ${sayImported(imported)}`);
      report(`exercise intelligence: ${await loadIntel(client, { posts, start })} records`);
    });
    if (!ran) report('exercise warnings: as imported before');
  });
}

function postsOf(seed: Seed): ExercisePost[] {
  return readExercisePosts(JSON.parse(textOf(seed, 'synthetic-posts.json')), textOf(seed, 'missions.csv'));
}
