import { ConfigurationError } from '@chancery/shared/errors';
import { z } from 'zod';

const environmentSchema = z.object({
  CHANCERY_DATA: z.string().min(1),
  CHANCERY_PORT: z.coerce.number().int().min(0).max(65_535).default(4_000),
  CHANCERY_HOST: z.string().default('127.0.0.1'),
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
    .pipe(z.record(z.string(), z.object({ url: z.url(), keyFile: z.string() }))),
  CHANCERY_SNAPSHOT_FILE: z.string().min(1),
  CHANCERY_TRUST_FOLDER: z.string().optional(),
  CHANCERY_LEDGER_SERVICE_URL: z.string().min(1),
});

/** What a gateway process is told by its environment and its command line. */
export interface Configuration {
  readonly demo: boolean;
  readonly dataFolder: string;
  readonly host: string;
  readonly port: number;
  readonly subgraphs: Readonly<Record<string, { readonly url: string; readonly keyFile: string }>>;
  readonly snapshotFile: string;
  readonly trustFolder: string | null;
  readonly ledgerServiceUrl: string;
}

/** Reads the configuration; throws with the name of the first variable that is missing or malformed. */
export function readConfiguration(environment: NodeJS.ProcessEnv, args: readonly string[]): Configuration {
  const read = environmentSchema.safeParse(environment);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new ConfigurationError(`\`${issue?.path.join('.')}\`: ${issue?.message ?? 'not valid'}`);
  }
  const demo = args.includes('--demo');
  // Production is the default, and it trusts nobody whose agreement it was not given.
  if (!demo && read.data.CHANCERY_TRUST_FOLDER === undefined) {
    throw new ConfigurationError('`CHANCERY_TRUST_FOLDER` is missing: without trust agreements nobody can ask');
  }
  // A demonstration mints tokens for whoever asks, so it must not be reachable and must not know real agencies.
  if (demo && (read.data.CHANCERY_TRUST_FOLDER !== undefined || !isLoopback(read.data.CHANCERY_HOST))) {
    throw new ConfigurationError('`--demo` binds loopback and takes no trust agreements');
  }
  return {
    demo,
    dataFolder: read.data.CHANCERY_DATA,
    host: read.data.CHANCERY_HOST,
    port: read.data.CHANCERY_PORT,
    subgraphs: read.data.CHANCERY_SUBGRAPHS,
    snapshotFile: read.data.CHANCERY_SNAPSHOT_FILE,
    trustFolder: read.data.CHANCERY_TRUST_FOLDER ?? null,
    ledgerServiceUrl: read.data.CHANCERY_LEDGER_SERVICE_URL,
  };
}

const isLoopback = (host: string): boolean => host === '127.0.0.1' || host === '::1' || host === 'localhost';
