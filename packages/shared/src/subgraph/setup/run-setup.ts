import { z } from 'zod';
import { DATA_FOLDER } from '../../data-folder.js';
import { readEnvironment, TEXT } from '../../environment.js';
import type { LinkedSetupOptions, SetupOptions } from './set-up.js';

/** Variables of a service's setup, `node services/<name>/dist/setup.js [--exercise]`. */
export const SETUP_VARIABLES = z.object({
  CHANCERY_DATABASE_OWNER_URL: TEXT.describe('login that owns the service’s database'),
  CHANCERY_MISSIONS_OWNER_URL: TEXT.describe(
    'owner of the missions database, whose outbox names the posts; not for missions',
  ),
});

/** Runs a setup as a process, for a service whose records link to posts. */
export async function runLinkedSetup(setup: (options: LinkedSetupOptions) => Promise<void>): Promise<void> {
  const variables = readEnvironment(SETUP_VARIABLES, process.env);
  await setup({
    ...optionsFor(variables.CHANCERY_DATABASE_OWNER_URL),
    missionsOwnerUrl: variables.CHANCERY_MISSIONS_OWNER_URL,
  });
}

/** Runs a setup as a process, for the service that owns the posts. */
export async function runSetup(setup: (options: SetupOptions) => Promise<void>): Promise<void> {
  const variables = readEnvironment(SETUP_VARIABLES.pick({ CHANCERY_DATABASE_OWNER_URL: true }), process.env);
  await setup(optionsFor(variables.CHANCERY_DATABASE_OWNER_URL));
}

function optionsFor(ownerUrl: string): SetupOptions {
  return {
    ownerUrl,
    dataFolder: DATA_FOLDER,
    // Records that were made up belong to a demonstration; a service of an agency starts without any.
    exercise: process.argv.includes('--exercise'),
    report: (line) => void process.stdout.write(`${line}\n`),
  };
}
