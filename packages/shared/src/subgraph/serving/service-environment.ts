import { z } from 'zod';
import { systemClock } from '../../clock.js';
import { PORT_NUMBER, readEnvironment, TEXT } from '../../environment.js';
import { ConfigurationError } from '../../errors.js';
import { SnapshotFollower } from '../../law/snapshot-follower.js';
import { createLog, type Log } from '../../log.js';
import { readKeyFile } from '../../subjects/key-file.js';
import { untilTold } from '../../told-variables.js';
import type { Service } from './service.js';
import type { RunningSubgraph } from './start-subgraph.js';
import type { SubgraphOptions } from './subgraph-options.js';

/** Variables of a service's process, `node services/<name>/dist/main.js`. */
export const SERVICE_VARIABLES = z.object({
  CHANCERY_DATABASE_SERVICE_URL: TEXT.describe('login that answers requests: owns nothing, sees no row by itself'),
  CHANCERY_DATABASE_LOADER_URL: TEXT.describe('login that reads the table of handlings and adds to it'),
  CHANCERY_CONTEXT_KEY_FILE: TEXT.describe('file with the key of this service’s contexts: 32 bytes in base64url'),
  CHANCERY_SNAPSHOT_KEY_FILE: TEXT.describe('file with the key by which compliance tells facts and acts'),
  CHANCERY_SNAPSHOT_URL: TEXT.optional().describe('address of compliance, which tells facts and acts; not for itself'),
  CHANCERY_MISSIONS_URL: TEXT.optional().describe(
    'for compliance: address of missions, which tells what it records of posts',
  ),
  CHANCERY_PORT: PORT_NUMBER.default(0).describe('port on 127.0.0.1; 0 takes a free one, which the ready line names'),
});

/** What a service's process gets from its environment. */
export type ServiceEnvironment = Pick<
  SubgraphOptions,
  'serviceUrl' | 'loaderUrl' | 'contextKey' | 'snapshots' | 'resources' | 'told' | 'port'
>;

/** The law as a process decides by it, and what it serves of it. */
export interface OwnLaw extends AsyncDisposable, Pick<SubgraphOptions, 'resources'> {
  readonly snapshots: SubgraphOptions['snapshots'];
}

/** By what a process tells and follows the law. */
export interface LawParty {
  readonly loaderUrl: string;
  readonly key: Uint8Array;
  /** Address of the service that owns the posts, where it is followed. */
  readonly missionsUrl: string | undefined;
  readonly log: Log;
}

/** How the process is started that publishes the law. */
export type OpenLaw = (of: LawParty) => Promise<OwnLaw>;

/** What a process does beside its operations. */
export interface ServiceBeside {
  /** Of the process that publishes the law, which then does not follow it. */
  readonly openLaw?: OpenLaw;
  /** Further resources, with what they need. */
  readonly openResources?: (of: LawParty) => Promise<AsyncDisposable & Required<Pick<SubgraphOptions, 'resources'>>>;
}

/** Runs a service as a process: says in one line that it is ready, and stops in order when told to. Without a snapshot it is not ready. */
export async function runService(
  of: Pick<Service, 'schema'> & { readonly start: (environment: ServiceEnvironment) => Promise<RunningSubgraph> },
  { openLaw, openResources }: ServiceBeside = {},
): Promise<void> {
  // Half of a start, and it needs nobody.
  await of.schema();
  await untilTold();
  const variables = readEnvironment(SERVICE_VARIABLES, process.env);
  const log = createLog((text) => process.stderr.write(text), systemClock);
  const key = readKeyFile(variables.CHANCERY_SNAPSHOT_KEY_FILE);
  const loaderUrl = variables.CHANCERY_DATABASE_LOADER_URL;
  const party: LawParty = { loaderUrl, key, log, missionsUrl: variables.CHANCERY_MISSIONS_URL };
  const law = openLaw ? await openLaw(party) : await followed({ url: variables.CHANCERY_SNAPSHOT_URL, key, log });
  const beside = await openResources?.(party);
  const resources = law.resources ?? beside?.resources;
  const service = await of.start({
    serviceUrl: variables.CHANCERY_DATABASE_SERVICE_URL,
    loaderUrl,
    contextKey: readKeyFile(variables.CHANCERY_CONTEXT_KEY_FILE),
    port: variables.CHANCERY_PORT,
    snapshots: law.snapshots,
    ...(resources === undefined ? {} : { resources }),
  });
  const stop = async (): Promise<void> => {
    await service.close();
    await beside?.[Symbol.asyncDispose]();
    await law[Symbol.asyncDispose]();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
  // By default it would kill; a service has nothing to read again.
  process.on('SIGHUP', () => {});
  process.stdout.write(`${JSON.stringify({ ready: { url: service.url } })}\n`);
}

async function followed(of: { url: string | undefined; key: Uint8Array; log: Log }): Promise<OwnLaw> {
  if (of.url === undefined) throw new ConfigurationError('`CHANCERY_SNAPSHOT_URL` is not set');
  const snapshots = await SnapshotFollower.open({ ...of, url: of.url });
  return { snapshots, [Symbol.asyncDispose]: () => snapshots[Symbol.asyncDispose]() };
}
