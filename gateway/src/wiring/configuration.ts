import { FREE_BYTES_MIN } from '@chancery/shared/disk-room';
import { PORT_NUMBER, readEnvironment, TEXT } from '@chancery/shared/environment';
import { ConfigurationError } from '@chancery/shared/errors';
import { z } from 'zod';

/** Variables of the gateway's process, `node gateway/dist/wiring/main.js [--demo]`. */
export const GATEWAY_VARIABLES = z.object({
  CHANCERY_DATA: TEXT.describe('data folder; the pseudonym key is `keys/pseudonym.key` in it'),
  CHANCERY_PORT: PORT_NUMBER.default(4_000).describe('port to listen on; 0 takes a free one'),
  CHANCERY_HOST: TEXT.default('127.0.0.1').describe('address to listen on; TLS ends before it'),
  CHANCERY_PUBLIC_URL: z
    .url()
    .optional()
    .describe('address under which callers reach it, `https` in production; the metadata of AuthZEN tell it'),
  CHANCERY_SUBGRAPHS: z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'is not JSON' });
        return z.NEVER;
      }
    })
    .pipe(z.record(z.string(), z.object({ url: z.url(), keyFile: z.string() })))
    .describe('JSON: for each service its `url` and the `keyFile` of its contexts'),
  CHANCERY_SNAPSHOT_URL: TEXT.describe('address of compliance, which tells facts and acts'),
  CHANCERY_SNAPSHOT_KEY_FILE: TEXT.describe('file with the key by which compliance tells facts and acts'),
  CHANCERY_TRUST_FOLDER: TEXT.optional().describe('folder of trust agreements; needed without `--demo`'),
  CHANCERY_DISK_FREE_MIN: z.coerce
    .number({ error: 'is no number of bytes' })
    .int()
    .min(0)
    .default(FREE_BYTES_MIN)
    .describe(
      'bytes that must be free where data and database are; below, nothing is recorded and so nothing answered',
    ),
  CHANCERY_DATABASE_FILES: TEXT.optional().describe('folder of the database’s files, where they are on this machine'),
  CHANCERY_LEDGER_SERVICE_URL: TEXT.describe('login that appends to the ledger and reads nothing of it'),
  CHANCERY_NOTARY_URL: z.url().optional().describe('address of the notary; without it no receipt is redeemed'),
});

/** Variables of the ledger's setup, `node gateway/dist/wiring/setup.js`. */
export const LEDGER_SETUP_VARIABLES = z.object({
  CHANCERY_LEDGER_OWNER_URL: TEXT.describe('login that owns the ledger’s database'),
});

/** What a gateway process is told by its environment and its command line. */
export interface Configuration {
  readonly demo: boolean;
  readonly dataFolder: string;
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | null;
  readonly subgraphs: Readonly<Record<string, { readonly url: string; readonly keyFile: string }>>;
  readonly snapshotUrl: string;
  readonly snapshotKeyFile: string;
  readonly trustFolder: string | null;
  readonly ledgerServiceUrl: string;
  readonly notaryUrl: string | null;
  readonly diskFreeMin: number;
  /** Folders whose disks must have room. */
  readonly diskFolders: readonly string[];
}

/** Reads the configuration; throws with the names of all variables that are missing or malformed. */
export function readConfiguration(environment: NodeJS.ProcessEnv, args: readonly string[]): Configuration {
  const read = readEnvironment(GATEWAY_VARIABLES, environment);
  const demo = args.includes('--demo');
  // Production is the default, and it trusts nobody whose agreement it was not given.
  if (!demo && read.CHANCERY_TRUST_FOLDER === undefined) {
    throw new ConfigurationError('`CHANCERY_TRUST_FOLDER` is missing: without trust agreements nobody can ask');
  }
  // A demonstration mints tokens for whoever asks, so it must not be reachable and must not know real agencies.
  if (demo && (read.CHANCERY_TRUST_FOLDER !== undefined || !isLoopback(read.CHANCERY_HOST))) {
    throw new ConfigurationError('`--demo` binds loopback and takes no trust agreements');
  }
  return {
    demo,
    dataFolder: read.CHANCERY_DATA,
    host: read.CHANCERY_HOST,
    port: read.CHANCERY_PORT,
    publicUrl: read.CHANCERY_PUBLIC_URL ?? null,
    subgraphs: read.CHANCERY_SUBGRAPHS,
    snapshotUrl: read.CHANCERY_SNAPSHOT_URL,
    snapshotKeyFile: read.CHANCERY_SNAPSHOT_KEY_FILE,
    trustFolder: read.CHANCERY_TRUST_FOLDER ?? null,
    ledgerServiceUrl: read.CHANCERY_LEDGER_SERVICE_URL,
    notaryUrl: read.CHANCERY_NOTARY_URL ?? null,
    diskFreeMin: read.CHANCERY_DISK_FREE_MIN,
    diskFolders: [
      read.CHANCERY_DATA,
      ...(read.CHANCERY_DATABASE_FILES === undefined ? [] : [read.CHANCERY_DATABASE_FILES]),
    ],
  };
}

const isLoopback = (host: string): boolean => host === '127.0.0.1' || host === '::1' || host === 'localhost';
