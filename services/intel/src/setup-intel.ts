import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrate } from '@chancery/shared/postgres/migrate';
import { inTransaction } from '@chancery/shared/subgraph/import-transaction';
import { relayOutbox } from '@chancery/shared/subgraph/relay-outbox';
import { exerciseWarnings } from './import/exercise-warnings.js';
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
  readonly report: (line: string) => void;
}

/** Migrates the database and loads posts and exercise warnings: all of it or nothing; a second run changes nothing. */
export async function setupIntel({ ownerUrl, missionsOwnerUrl, dataFolder, report }: SetupOptions): Promise<void> {
  const read = (file: string): Promise<string> => readFile(join(dataFolder, file), 'utf8');
  const posts = readExercisePosts(JSON.parse(await read('synthetic-posts.json')), await read('missions.csv'));
  await migrate(ownerUrl, MIGRATIONS, report);
  // Before the import, which looks the posts up by their register keys.
  await relayOutbox({
    sourceOwnerUrl: missionsOwnerUrl,
    targetOwnerUrl: ownerUrl,
    type: 'Mission',
    table: 'mission_ref',
    report,
  });
  const warnings = exerciseWarnings(posts, SEED, EXERCISES);
  const changed = await inTransaction(ownerUrl, (client) => importWarnings(client, warnings));
  report(`exercise warnings: ${warnings.length} made, ${changed} rows new or changed`);
}
