import { systemClock } from '../clock.js';
import { ConfigurationError } from '../errors.js';
import { openSnapshotFile } from '../snapshot/snapshot-file.js';
import { readKeyFile } from '../subjects/key-file.js';
import type { RunningSubgraph } from './start-subgraph.js';
import type { SubgraphOptions } from './subgraph-options.js';

/** What a service's process gets from its environment. */
export type ServiceEnvironment = Pick<
  SubgraphOptions,
  'serviceUrl' | 'loaderUrl' | 'contextKey' | 'snapshots' | 'port'
>;

/** Runs a service as a process: says in one line that it is ready, and stops in order when told to. */
export async function runService(start: (environment: ServiceEnvironment) => Promise<RunningSubgraph>): Promise<void> {
  const snapshots = openSnapshotFile(requireVariable('CHANCERY_SNAPSHOT_FILE'), systemClock);
  const service = await start({
    serviceUrl: requireVariable('CHANCERY_DATABASE_SERVICE_URL'),
    loaderUrl: requireVariable('CHANCERY_DATABASE_LOADER_URL'),
    contextKey: readKeyFile(requireVariable('CHANCERY_CONTEXT_KEY_FILE')),
    port: toPort(process.env.CHANCERY_PORT ?? '0'),
    snapshots,
  });
  const stop = async (): Promise<void> => {
    await service.close();
    await snapshots[Symbol.asyncDispose]();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
  process.stdout.write(`${JSON.stringify({ ready: { url: service.url } })}\n`);
}

/** The value of a variable that has no default. */
export function requireVariable(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new ConfigurationError(`${name} is not set`);
  return value;
}

function toPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new ConfigurationError(`\`${text}\` is not a port`);
}
