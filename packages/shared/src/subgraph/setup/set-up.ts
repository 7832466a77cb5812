import type { ClassType } from 'type-graphql';
import type { MigrationInterface } from 'typeorm';
import { type Clock, type Instant, systemClock } from '../../clock.js';
import { migrate } from '../../postgres/migrate.js';
import { firstStart } from '../import/first-start.js';
import { type ImportClient, inTransaction, statementsOf } from '../import/import-transaction.js';
import { importOnce, readSeed, type Seed } from '../import/seed.js';
import { publishedIds, relayOutbox } from '../outbox/relay-outbox.js';
import { joinLists, keepIndexed } from '../search/index-rows.js';

/** What a setup reads and where it writes. */
export interface SetupOptions {
  readonly ownerUrl: string;
  readonly dataFolder: string;
  /** Whether to load what was made up for a demonstration. */
  readonly exercise: boolean;
  readonly report: (line: string) => void;
  readonly clock?: Clock;
}

/** The setup of a service whose records link to posts. */
export interface LinkedSetupOptions extends SetupOptions {
  /** Owner of the missions database, whose outbox names the posts. */
  readonly missionsOwnerUrl: string;
}

/** What an import is given. */
export interface Importing {
  readonly client: ImportClient;
  readonly seed: Seed;
  readonly exercise: boolean;
  /** When the service was first set up, from which a demonstration is dated. */
  readonly start: Instant;
  readonly report: (line: string) => void;
  /** Ids of rows of the missions service by their readable keys, as far as it tells of them. */
  readonly plannedAs: (type: string) => Promise<ReadonlyMap<string, string>>;
}

/** What the setup of a service is made of. */
export interface SetupParts {
  /** Everything that the service owns. */
  readonly aggregates: readonly { readonly record: ClassType<object> }[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** Files of the data folder that the rows follow from. */
  readonly files: readonly string[];
  /** Folder of the importer's code, which the rows follow from as well. */
  readonly code: string;
  /** What else they follow from, by name: texts that lie in no data folder. */
  readonly besides?: Readonly<Record<string, string>>;
  /** What it says when nothing has changed. */
  readonly unchanged: string;
  readonly load: (importing: Importing) => Promise<void>;
  /** What is loaded at every start, whatever has changed. */
  readonly always?: (importing: Importing) => Promise<void>;
}

/** Migrates a database and loads it: all of it or nothing, and nothing where nothing has changed. */
export async function setUp(parts: SetupParts, options: SetupOptions | LinkedSetupOptions): Promise<void> {
  const { ownerUrl, dataFolder, exercise, report, clock = systemClock } = options;
  const { files, code, besides = {} } = parts;
  const seed = await readSeed({ dataFolder, files, code, exercise, besides });
  await migrate(ownerUrl, parts.migrations, report);
  // Before the import, which looks the posts up by their register keys.
  if ('missionsOwnerUrl' in options) await relayPosts(options);
  const plannedAs = (type: string): Promise<ReadonlyMap<string, string>> =>
    'missionsOwnerUrl' in options ? publishedIds(options.missionsOwnerUrl, type) : Promise.resolve(new Map());
  await inTransaction(ownerUrl, async (client) => {
    // Before the import, which keeps the words of what it changes.
    await keepIndexed(statementsOf(client), parts.aggregates);
    const importing = { client, seed, exercise, start: await firstStart(client, clock()), report, plannedAs };
    const ran = await importOnce(client, seed, () => parts.load(importing));
    if (!ran) report(parts.unchanged);
    await parts.always?.(importing);
    if (ran) await joinLists(statementsOf(client));
  });
}

function relayPosts({ missionsOwnerUrl, ownerUrl, report }: LinkedSetupOptions): Promise<void> {
  return relayOutbox({
    sourceOwnerUrl: missionsOwnerUrl,
    targetOwnerUrl: ownerUrl,
    type: 'Mission',
    table: 'mission_ref',
    report,
  });
}
