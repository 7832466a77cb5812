import { ConfigurationError } from '../errors.js';
import { withConnection } from './connect.js';
import { type DatabaseServer, type EmbeddedServerOptions, startEmbeddedServer } from './embedded-server.js';

const OLDEST_VERSION = 150_000;

/** Which server to open. */
export interface OpenServerOptions extends EmbeddedServerOptions {
  /** Administrator of a server of the operator's own; wins over the embedded one. */
  readonly databaseUrl?: string | undefined;
}

/** Opens the operator's server when DATABASE_URL names one, else the embedded one. */
export async function openServer(options: OpenServerOptions): Promise<DatabaseServer> {
  const { databaseUrl } = options;
  if (databaseUrl === undefined || databaseUrl === '') return startEmbeddedServer(options);
  // Read as an address of PostgreSQL, `mysql://host` and a bare word lead to a server that nobody named.
  if (!/^postgres(?:ql)?:\/\//i.test(databaseUrl)) {
    throw new ConfigurationError(
      'DATABASE_URL is no address of a PostgreSQL: postgres://user:password@host:5432/postgres',
    );
  }
  await assertUsable(databaseUrl);
  return { adminUrl: databaseUrl, files: null, stop: () => Promise.resolve() };
}

// The message never holds the connection string: it has a password in it.
async function assertUsable(databaseUrl: string): Promise<void> {
  const version = await readVersion(databaseUrl).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
    throw new ConfigurationError(`cannot use DATABASE_URL: ${reason}`, { cause });
  });
  if (version < OLDEST_VERSION) {
    throw new ConfigurationError(`DATABASE_URL is a PostgreSQL older than 15 (${version})`);
  }
}

function readVersion(url: string): Promise<number> {
  return withConnection(url, async (client) => {
    const { rows } = await client.query<{ version: string }>(`select current_setting('server_version_num') as version`);
    return Number(rows[0]?.version);
  });
}
