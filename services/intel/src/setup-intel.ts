import { type Clock, systemClock } from '@chancery/shared/clock';
import { migrate } from '@chancery/shared/postgres/migrate';
import { firstStart } from '@chancery/shared/subgraph/import/first-start';
import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { sayImported } from '@chancery/shared/subgraph/import/keep-only';
import { readImport } from '@chancery/shared/subgraph/import/read-import';
import { relayOutbox } from '@chancery/shared/subgraph/outbox/relay-outbox';
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
  /** Whether to load made-up warnings. */
  readonly exercise: boolean;
  readonly report: (line: string) => void;
  readonly clock?: Clock;
}

/** Migrates the database and loads posts and exercise warnings: all of it or nothing; a second run changes nothing. */
export async function setupIntel(options: SetupOptions): Promise<void> {
  const { ownerUrl, missionsOwnerUrl, dataFolder, report, clock = systemClock } = options;
  const posts = options.exercise ? await readPosts(dataFolder) : null;
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
    // What was made up for a demonstration is gone where there is none.
    const made = posts === null ? [] : exerciseWarnings(posts, SEED, EXERCISES, await firstStart(client, clock()));
    const imported = await importWarnings(client, made);
    report(`exercise warnings: ${made.length} made, rows: ${sayImported(imported)}`);
  });
}

async function readPosts(dataFolder: string): Promise<ExercisePost[]> {
  const read = (file: string): Promise<string> => readImport(dataFolder, file);
  return readExercisePosts(JSON.parse(await read('synthetic-posts.json')), await read('missions.csv'));
}
