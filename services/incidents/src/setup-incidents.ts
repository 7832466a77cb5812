import { type Clock, type Instant, systemClock } from '@chancery/shared/clock';
import { migrate } from '@chancery/shared/postgres/migrate';
import { firstStart } from '@chancery/shared/subgraph/import/first-start';
import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { sayImported } from '@chancery/shared/subgraph/import/keep-only';
import { importOnce, readSeed, type Seed, textOf } from '@chancery/shared/subgraph/import/seed';
import { relayOutbox } from '@chancery/shared/subgraph/outbox/relay-outbox';
import { CaseStudy as CaseStudyRecord } from './cases/case-study.js';
import { CheckedClaim } from './cases/checked-claim.js';
import { caseStudyRows, claimRows } from './import/case-study-rows.js';
import { loadChapters, loadRows } from './import/chapters/load-chapters.js';
import { type ExercisePost, exerciseIncidents } from './import/exercise-incidents.js';
import { importIncidents, postsOf } from './import/import-incidents.js';
import { type IncidentRecord, recordOfCaseStudy, recordOfExercise } from './import/incident-records.js';
import { createPostMatcher, type RegisterPost } from './import/match-post.js';
import { type CaseStudy, parseCaseStudies } from './import/parse-case-studies.js';
import { type ClaimRow, parseClaims } from './import/parse-claims.js';
import { parseRegisterPosts, selectExercisePosts } from './import/register-posts.js';
import { MIGRATIONS } from './migrations.js';

const SEED = 'exercise 1';
const EXERCISES = 12;

/** What a setup reads and where it writes. */
export interface SetupOptions {
  readonly ownerUrl: string;
  /** Owner of the missions database, whose outbox names the posts. */
  readonly missionsOwnerUrl: string;
  /** Folder with `incidents.csv`, `claims.csv`, `missions.csv` and `synthetic-posts.json`. */
  readonly dataFolder: string;
  /** Whether to load made-up incidents beside the public case studies. */
  readonly exercise: boolean;
  readonly report: (line: string) => void;
  readonly clock?: Clock;
}

const FILES = ['incidents.csv', 'claims.csv', 'missions.csv', 'synthetic-posts.json'] as const;

/** Migrates the database and loads posts, case studies and exercises: all of it or nothing, and nothing where nothing has changed. */
export async function setupIncidents(options: SetupOptions): Promise<void> {
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
      const source = parseSource(seed);
      const start = exercise ? await firstStart(client, clock()) : null;
      const records = recordsOf(source, start);
      const missions = await postsOf(client);
      const { ids, ...imported } = await importIncidents(client, records, missions);
      const matched = records.filter(({ missionKey }) => missionKey !== null).length;
      report(`incidents: ${records.length} read, ${matched} with a post, ${sayImported(imported)}`);
      await loadRows(client, 'case studies', CaseStudyRecord, caseStudyRows(records, ids));
      await loadRows(client, 'claims', CheckedClaim, claimRows(source.claims));
      const beside = await loadChapters(client, { records, posts: source.exercisePosts, start, ids, missions });
      report(`incidents: ${beside} records beside them, ${source.claims.length} claims as they were checked`);
    });
    if (!ran) report('incidents: as imported before');
  });
}

interface Source {
  readonly studies: readonly CaseStudy[];
  readonly claims: readonly ClaimRow[];
  readonly register: readonly RegisterPost[];
  readonly exercisePosts: readonly ExercisePost[];
}

function parseSource(seed: Seed): Source {
  const studies = parseCaseStudies('incidents.csv', textOf(seed, 'incidents.csv'));
  const claims = parseClaims('claims.csv', textOf(seed, 'claims.csv'));
  const register = parseRegisterPosts(textOf(seed, 'missions.csv'));
  const exercisePosts = selectExercisePosts(JSON.parse(textOf(seed, 'synthetic-posts.json')), register);
  return { studies, claims, register, exercisePosts };
}

/** Case studies, and what is made up from a first start on when there is one. */
function recordsOf({ studies, register, exercisePosts }: Source, start: Instant | null): IncidentRecord[] {
  const matchPost = createPostMatcher(register);
  const exercises = start === null ? [] : exerciseIncidents(exercisePosts, SEED, EXERCISES, start);
  return [...studies.map((study) => recordOfCaseStudy(study, matchPost)), ...exercises.map(recordOfExercise)];
}
