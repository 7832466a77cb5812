import { type Clock, systemClock } from '@chancery/shared/clock';
import { migrate } from '@chancery/shared/postgres/migrate';
import { firstStart } from '@chancery/shared/subgraph/import/first-start';
import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { sayImported } from '@chancery/shared/subgraph/import/keep-only';
import { importOnce, readSeed, textOf } from '@chancery/shared/subgraph/import/seed';
import { z } from 'zod';
import { importExercise } from './import/import-exercise.js';
import { findPosts, importPremises } from './import/import-premises.js';
import { importRegister } from './import/import-register.js';
import { parseRegister } from './import/parse-register.js';
import { MIGRATIONS } from './migrations.js';

const postKeys = z.array(z.string().regex(/^Q[1-9]\d*$/)).min(1);

/** What a setup reads and where it writes. */
export interface SetupOptions {
  readonly ownerUrl: string;
  /** Folder with `missions.csv` and `synthetic-posts.json`. */
  readonly dataFolder: string;
  /** Whether to load what is made up for a demonstration. */
  readonly exercise: boolean;
  readonly report: (line: string) => void;
  readonly clock?: Clock;
}

const REGISTER = 'missions.csv';
const EXERCISED = 'synthetic-posts.json';

/** Migrates the database and loads the register, and premises for exercises: all of it or nothing, and nothing where nothing has changed. */
export async function setupMissions(options: SetupOptions): Promise<void> {
  const { ownerUrl, dataFolder, exercise, report, clock = systemClock } = options;
  const seed = await readSeed({ dataFolder, files: [REGISTER, EXERCISED], code: import.meta.dirname, exercise });
  await migrate(ownerUrl, MIGRATIONS, report);
  await inTransaction(ownerUrl, async (client) => {
    const ran = await importOnce(client, seed, async () => {
      const rows = parseRegister(REGISTER, textOf(seed, REGISTER));
      const keys = postKeys.parse(JSON.parse(textOf(seed, EXERCISED)));
      const posts = await importRegister(client, rows, report);
      // What was made up for a demonstration is gone where there is none.
      const exercised = await findPosts(client, exercise ? keys : []);
      const premises = await importPremises(client, exercised);
      const others = await importExercise(client, exercised, await firstStart(client, clock()));
      report(`exercise records of posts: ${sayImported(others)}`);
      report(`posts: ${sayImported(posts)}; exercise premises: ${sayImported(premises)}`);
    });
    if (!ran) report('posts and exercise premises: as imported before');
  });
}
