import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrate } from '@chancery/shared/postgres/migrate';
import { inTransaction } from '@chancery/shared/subgraph/import-transaction';
import { relayOutbox } from '@chancery/shared/subgraph/relay-outbox';
import { exerciseIncidents } from './import/exercise-incidents.js';
import { importIncidents } from './import/import-incidents.js';
import { type IncidentRecord, recordOfCaseStudy, recordOfExercise } from './import/incident-records.js';
import { createPostMatcher } from './import/match-post.js';
import { parseCaseStudies } from './import/parse-case-studies.js';
import { parseRegisterPosts, selectExercisePosts } from './import/register-posts.js';
import { MIGRATIONS } from './migrations.js';

const SEED = 'exercise 1';
const EXERCISES = 12;

/** What a setup reads and where it writes. */
export interface SetupOptions {
  readonly ownerUrl: string;
  /** Owner of the missions database, whose outbox names the posts. */
  readonly missionsOwnerUrl: string;
  /** Folder with `incidents.csv`, `missions.csv` and `synthetic-posts.json`. */
  readonly dataFolder: string;
  readonly report: (line: string) => void;
}

/** Migrates the database and loads posts, case studies and exercises: all of it or nothing; a second run changes nothing. */
export async function setupIncidents(options: SetupOptions): Promise<void> {
  const { ownerUrl, missionsOwnerUrl, dataFolder, report } = options;
  const records = await readRecords(dataFolder);
  await migrate(ownerUrl, MIGRATIONS, report);
  // Before the import, which looks the posts up by their register keys.
  await relayOutbox({
    sourceOwnerUrl: missionsOwnerUrl,
    targetOwnerUrl: ownerUrl,
    type: 'Mission',
    table: 'mission_ref',
    report,
  });
  const changed = await inTransaction(ownerUrl, (client) => importIncidents(client, records));
  const matched = records.filter(({ missionKey }) => missionKey !== null).length;
  report(`incidents: ${records.length} read, ${matched} with a post, ${changed} new or changed`);
}

async function readRecords(dataFolder: string): Promise<IncidentRecord[]> {
  const read = (file: string): Promise<string> => readFile(join(dataFolder, file), 'utf8');
  const studies = parseCaseStudies('incidents.csv', await read('incidents.csv'));
  const register = parseRegisterPosts(await read('missions.csv'));
  const exercisePosts = selectExercisePosts(JSON.parse(await read('synthetic-posts.json')), register);
  const matchPost = createPostMatcher(register);
  return [
    ...studies.map((study) => recordOfCaseStudy(study, matchPost)),
    ...exerciseIncidents(exercisePosts, SEED, EXERCISES).map(recordOfExercise),
  ];
}
