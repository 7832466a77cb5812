import { readFileSync } from 'node:fs';
import { loadCatalogue } from '@chancery/policy/catalogue';
import { POLICY_SET_VERSION } from '@chancery/policy/policies';
import { RULE_TEXTS } from '@chancery/policy/rule-texts';
import { type Instant, systemClock } from '@chancery/shared/clock';
import { EXERCISE_POST_FILES, exercisePostsOf } from '@chancery/shared/subgraph/import/exercise-posts';
import { textOf } from '@chancery/shared/subgraph/import/seed';
import { type Importing, type LinkedSetupOptions, setUp } from '@chancery/shared/subgraph/setup/set-up';
import { aggregates } from './aggregates.js';
import { exerciseCases } from './import/exercise-case.js';
import { kindsOfFields } from './import/governed-rows.js';
import { loadActs } from './import/load-acts.js';
import { loadExercise } from './import/load-exercise.js';
import { loadFacts } from './import/load-facts.js';
import { loadRegister } from './import/load-register.js';
import { postsOf } from './import/posts-of.js';
import { countFrom } from './law/seed-law.js';
import { MIGRATIONS } from './migrations.js';

/** What a setup reads and where it writes. */
export interface ComplianceSetupOptions extends LinkedSetupOptions {
  /** From when times of the seed count that count from a start; left out, from now. */
  readonly start?: Instant;
  /** Numbers of snapshots are above this one, which the ledger's setup drew; left out, above those that are known here. */
  readonly numbersFrom?: number;
}

const ACTS = 'law/acts.json';
const POSTS_MAX = 20;
/** The schema that all services make together, by whose fields the register says what each rule governs. */
const SUPERGRAPH = readFileSync(new URL('../../../supergraph.graphql', import.meta.url), 'utf8');
/** The law that the register tells of: its digest, and what is said of its rules. */
const LAW = JSON.stringify([POLICY_SET_VERSION, loadCatalogue(), RULE_TEXTS]);

/** Migrates the database and loads the law that is held, the acts of the seed and what surrounds them: all of it or nothing. */
export async function setupCompliance(options: ComplianceSetupOptions): Promise<void> {
  const { start = (options.clock ?? systemClock)(), numbersFrom = 0 } = options;
  await setUp(
    {
      aggregates,
      migrations: MIGRATIONS,
      files: [ACTS, ...EXERCISE_POST_FILES],
      code: import.meta.dirname,
      besides: { law: LAW, schema: SUPERGRAPH },
      unchanged: 'register: as imported before',
      load,
      // Acts of a demonstration begin with each start of it.
      always: async ({ client, seed, exercise, report }) => {
        report(`acts: ${await loadActs(client, textOf(seed, ACTS), { exercise, start })}`);
        await countFrom(client, numbersFrom);
      },
    },
    options,
  );
}

async function load({ client, seed, exercise, start, report }: Importing): Promise<void> {
  report(`register: ${await loadRegister(client, kindsOfFields(SUPERGRAPH))} instruments and rules`);
  report(`facts: ${await loadFacts(client, seed, exercise)}`);
  const posts = exercise ? exercisePostsOf(seed).slice(0, POSTS_MAX) : [];
  const cases = exerciseCases(posts, await postsOf(client), start);
  report(`exercise: ${await loadExercise(client, cases)} records`);
}
