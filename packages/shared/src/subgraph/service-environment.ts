import { readFileSync } from 'node:fs';
import { systemClock } from '../clock.js';
import { ConfigurationError } from '../errors.js';
import { openSnapshotFile } from '../snapshot/snapshot-file.js';
import type { RunningSubgraph } from './start-subgraph.js';
import type { SubgraphOptions } from './subgraph-options.js';

const KEY_TEXT = /^[A-Za-z0-9_-]{43}$/;

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
    contextKey: readKey(requireVariable('CHANCERY_CONTEXT_KEY_FILE')),
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

function readKey(path: string): Uint8Array {
  const text = readFileSync(path, 'utf8').trim();
  if (!KEY_TEXT.test(text)) throw new ConfigurationError('the context key file does not hold 32 bytes in base64url');
  return Buffer.from(text, 'base64url');
}

function toPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new ConfigurationError(`\`${text}\` is not a port`);
}
