import pg from 'pg';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { InternalError } from '../../errors.js';
import { PromptClient } from '../../postgres/prompt-client.js';
import { endWhenSilent } from '../../postgres/silence.js';
import { CONNECTION_WAIT_MAX_MS, SILENCE_MAX_MS, STATEMENT_MAX_MS } from '../waits.js';

const CONNECTIONS_MAX = 10;

/** Connects as the login role of requests, which owns nothing and is bound by row level security. */
export async function openServiceDatabase(
  serviceUrl: string,
  entities: readonly EntityTarget<ObjectLiteral>[],
): Promise<DataSource> {
  const source = new DataSource({
    type: 'postgres',
    // Else it is looked for by its name at run time, and a pack has no names (ADR 0086).
    driver: pg,
    url: serviceUrl,
    entities: [...entities] as (new () => ObjectLiteral)[],
    poolSize: CONNECTIONS_MAX,
    extra: {
      Client: PromptClient,
      statement_timeout: STATEMENT_MAX_MS,
      connectionTimeoutMillis: CONNECTION_WAIT_MAX_MS,
    },
  });
  await source.initialize();
  endWhenSilent(poolOf(source), SILENCE_MAX_MS);
  return source;
}

/** The driver's pool, which TypeORM's types leave open. */
function poolOf(source: DataSource): pg.Pool {
  const pool: unknown = Reflect.get(source.driver, 'master');
  if (!isPool(pool)) throw new InternalError('INTERNAL', 'the driver of TypeORM has no pool to watch');
  return pool;
}

const isPool = (value: unknown): value is pg.Pool =>
  typeof value === 'object' && value !== null && 'on' in value && 'totalCount' in value;
