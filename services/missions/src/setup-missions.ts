import { sayImported } from '@chancery/shared/subgraph/import/keep-only';
import { textOf } from '@chancery/shared/subgraph/import/seed';
import { type Importing, type SetupOptions, setUp } from '@chancery/shared/subgraph/setup/set-up';
import { z } from 'zod';
import { aggregates } from './aggregates.js';
import { importExercise } from './import/import-exercise.js';
import { findPosts, importPremises } from './import/import-premises.js';
import { importRegister } from './import/import-register.js';
import { parseRegister } from './import/parse-register.js';
import { MIGRATIONS } from './migrations.js';

const REGISTER = 'missions.csv';
const EXERCISED = 'synthetic-posts.json';
const postKeys = z.array(z.string().regex(/^Q[1-9]\d*$/)).min(1);

/** Migrates the database and loads the register, and premises for exercises: all of it or nothing, and nothing where nothing has changed. */
export async function setupMissions(options: SetupOptions): Promise<void> {
  await setUp(
    {
      aggregates,
      migrations: MIGRATIONS,
      files: [REGISTER, EXERCISED],
      code: import.meta.dirname,
      unchanged: 'posts and exercise premises: as imported before',
      load,
    },
    options,
  );
}

async function load({ client, seed, exercise, start, report }: Importing): Promise<void> {
  const rows = parseRegister(REGISTER, textOf(seed, REGISTER));
  const keys = postKeys.parse(JSON.parse(textOf(seed, EXERCISED)));
  const posts = await importRegister(client, rows, report);
  // What was made up for a demonstration is gone where there is none.
  const exercised = await findPosts(client, exercise ? keys : []);
  const premises = await importPremises(client, exercised);
  const others = await importExercise(client, exercised, start);
  report(`exercise records of posts: ${sayImported(others)}`);
  report(`posts: ${sayImported(posts)}; exercise premises: ${sayImported(premises)}`);
}
