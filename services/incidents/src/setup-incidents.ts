import type { Instant } from '@chancery/shared/clock';
import { type ExercisePost, exercisePostsOf } from '@chancery/shared/subgraph/import/exercise-posts';
import { sayImported } from '@chancery/shared/subgraph/import/keep-only';
import { type Seed, textOf } from '@chancery/shared/subgraph/import/seed';
import { type Importing, type LinkedSetupOptions, setUp } from '@chancery/shared/subgraph/setup/set-up';
import { aggregates } from './aggregates.js';
import { CaseStudy as CaseStudyRecord } from './cases/case-study.js';
import { CheckedClaim } from './cases/checked-claim.js';
import { caseStudyRows, claimRows } from './import/case-study-rows.js';
import { loadChapters, loadRows } from './import/chapters/load-chapters.js';
import { plannedBy } from './import/chapters/planned.js';
import { exerciseIncidents } from './import/exercise-incidents.js';
import { importIncidents, postsOf } from './import/import-incidents.js';
import { type IncidentRecord, recordOfCaseStudy, recordOfExercise } from './import/incident-records.js';
import { createPostMatcher, type RegisterPost } from './import/match-post.js';
import { type CaseStudy, parseCaseStudies } from './import/parse-case-studies.js';
import { type ClaimRow, parseClaims } from './import/parse-claims.js';
import { parseRegisterPosts } from './import/register-posts.js';
import { MIGRATIONS } from './migrations.js';

const SEED = 'exercise 1';
const EXERCISES = 12;
const FILES = ['incidents.csv', 'claims.csv', 'missions.csv', 'synthetic-posts.json'] as const;

/** Migrates the database and loads posts, case studies and exercises: all of it or nothing, and nothing where nothing has changed. */
export async function setupIncidents(options: LinkedSetupOptions): Promise<void> {
  await setUp(
    {
      aggregates,
      migrations: MIGRATIONS,
      files: FILES,
      code: import.meta.dirname,
      unchanged: 'incidents: as imported before',
      load,
    },
    options,
  );
}

async function load(importing: Importing): Promise<void> {
  const { client, seed, report } = importing;
  const source = parseSource(seed);
  const start = importing.exercise ? importing.start : null;
  const records = recordsOf(source, start);
  const missions = await postsOf(client);
  const { ids, ...imported } = await importIncidents(client, records, missions);
  const matched = records.filter(({ missionKey }) => missionKey !== null).length;
  report(`incidents: ${records.length} read, ${matched} with a post, ${sayImported(imported)}`);
  await loadRows(client, 'case studies', CaseStudyRecord, caseStudyRows(records, ids));
  await loadRows(client, 'claims', CheckedClaim, claimRows(source.claims));
  const planned = await plannedBy(importing.plannedAs);
  const beside = await loadChapters(client, { records, posts: source.exercisePosts, start, ids, missions, planned });
  report(`incidents: ${beside} records beside them, ${source.claims.length} claims as they were checked`);
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
  return { studies, claims, register, exercisePosts: exercisePostsOf(seed) };
}

/** Case studies, and what is made up from a first start on when there is one. */
function recordsOf({ studies, register, exercisePosts }: Source, start: Instant | null): IncidentRecord[] {
  const matchPost = createPostMatcher(register);
  const exercises = start === null ? [] : exerciseIncidents(exercisePosts, SEED, EXERCISES, start);
  return [...studies.map((study) => recordOfCaseStudy(study, matchPost)), ...exercises.map(recordOfExercise)];
}
