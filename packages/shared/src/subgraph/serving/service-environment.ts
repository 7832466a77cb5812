import { z } from 'zod';
import { systemClock } from '../../clock.js';
import { PORT_NUMBER, readEnvironment, TEXT } from '../../environment.js';
import { openSnapshotFile } from '../../snapshot/snapshot-file.js';
import { readKeyFile } from '../../subjects/key-file.js';
import type { RunningSubgraph } from './start-subgraph.js';
import type { SubgraphOptions } from './subgraph-options.js';

/** Variables of a service's process, `node services/<name>/dist/main.js`. */
export const SERVICE_VARIABLES = z.object({
  CHANCERY_DATABASE_SERVICE_URL: TEXT.describe('login that answers requests: owns nothing, sees no row by itself'),
  CHANCERY_DATABASE_LOADER_URL: TEXT.describe('login that reads the table of handlings and adds to it'),
  CHANCERY_CONTEXT_KEY_FILE: TEXT.describe('file with the key of this service’s contexts: 32 bytes in base64url'),
  CHANCERY_SNAPSHOT_FILE: TEXT.describe('file of the snapshot of facts and acts'),
  CHANCERY_PORT: PORT_NUMBER.default(0).describe('port on 127.0.0.1; 0 takes a free one, which the ready line names'),
});

/** What a service's process gets from its environment. */
export type ServiceEnvironment = Pick<
  SubgraphOptions,
  'serviceUrl' | 'loaderUrl' | 'contextKey' | 'snapshots' | 'port'
>;

/** Runs a service as a process: says in one line that it is ready, and stops in order when told to. */
export async function runService(of: {
  readonly start: (environment: ServiceEnvironment) => Promise<RunningSubgraph>;
}): Promise<void> {
  const variables = readEnvironment(SERVICE_VARIABLES, process.env);
  const snapshots = openSnapshotFile(variables.CHANCERY_SNAPSHOT_FILE, systemClock);
  const service = await of.start({
    serviceUrl: variables.CHANCERY_DATABASE_SERVICE_URL,
    loaderUrl: variables.CHANCERY_DATABASE_LOADER_URL,
    contextKey: readKeyFile(variables.CHANCERY_CONTEXT_KEY_FILE),
    port: variables.CHANCERY_PORT,
    snapshots,
  });
  const stop = async (): Promise<void> => {
    await service.close();
    await snapshots[Symbol.asyncDispose]();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
  // By default it would kill; a service has nothing to read again.
  process.on('SIGHUP', () => {});
  process.stdout.write(`${JSON.stringify({ ready: { url: service.url } })}\n`);
}
