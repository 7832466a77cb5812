import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';

const CONNECTIONS_MAX = 10;
const STATEMENT_MAX_MS = 10_000;

/** Connects as the login role of requests, which owns nothing and is bound by row level security. */
export async function openServiceDatabase(
  serviceUrl: string,
  entities: readonly EntityTarget<ObjectLiteral>[],
): Promise<DataSource> {
  const source = new DataSource({
    type: 'postgres',
    url: serviceUrl,
    entities: [...entities] as (new () => ObjectLiteral)[],
    poolSize: CONNECTIONS_MAX,
    extra: { statement_timeout: STATEMENT_MAX_MS },
  });
  return source.initialize();
}
