import { EXERCISE_POST_FILES, exercisePostsOf } from '@chancery/shared/subgraph/import/exercise-posts';
import { sayImported } from '@chancery/shared/subgraph/import/keep-only';
import { type Importing, type LinkedSetupOptions, setUp } from '@chancery/shared/subgraph/setup/set-up';
import { aggregates } from './aggregates.js';
import { loadIntel } from './import/exercise/load-intel.js';
import { exerciseWarnings } from './import/exercise-warnings.js';
import { importWarnings } from './import/import-warnings.js';
import { MIGRATIONS } from './migrations.js';

const SEED = 'exercise 1';
const EXERCISES = 30;

/** Migrates the database and loads posts and exercise records: all of it or nothing, and nothing where nothing has changed. */
export async function setupIntel(options: LinkedSetupOptions): Promise<void> {
  await setUp(
    {
      aggregates,
      migrations: MIGRATIONS,
      files: options.exercise ? EXERCISE_POST_FILES : [],
      code: import.meta.dirname,
      unchanged: 'exercise warnings: as imported before',
      load,
    },
    options,
  );
}

async function load({ client, seed, exercise, start, report }: Importing): Promise<void> {
  // What was made up for a demonstration is gone where there is none.
  const posts = exercise ? exercisePostsOf(seed) : [];
  const made = exercise ? exerciseWarnings(posts, SEED, EXERCISES, start) : [];
  const imported = await importWarnings(client, made);
  report(`exercise warnings: ${made.length} made, rows: ${sayImported(imported)}`);
  report(`exercise intelligence: ${await loadIntel(client, { posts, start: exercise ? start : null })} records`);
}
