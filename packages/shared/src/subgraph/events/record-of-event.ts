import { ClientError } from '../../errors.js';
import type { ConnectionSpec, FixedTests } from '../paging/connection-spec.js';
import { filterSql, fixedSql } from '../paging/filter-sql.js';
import { SqlText } from '../paging/sql-text.js';
import type { CallContext } from '../reading/call-context.js';

/** A service executes a subscription once for each event that the gateway names to it; nobody subscribes to a service. */
export function notSubscribedHere(): never {
  throw new ClientError('REQUEST_MALFORMED', 'a service is not subscribed to');
}

/**
 * The record that an event is about, as it is now and as this viewer sees it; null when it sees none, or when the filter does not let
 * it through. What an event says of a record is never believed: it is read like any other.
 */
export async function recordOfEvent<T extends object>(
  context: CallContext,
  spec: ConnectionSpec<T>,
  filter: object | null,
): Promise<T | null> {
  const sql = new SqlText(context.masks);
  return rowOf(context, spec, filterSql(spec, filter, sql), sql);
}

/** The same by tests that no caller wrote. */
export async function rowOfEvent<T extends object>(
  context: CallContext,
  spec: ConnectionSpec<T>,
  { filter }: FixedTests,
): Promise<T | null> {
  const sql = new SqlText(context.masks);
  return rowOf(context, spec, fixedSql(spec, filter, sql), sql);
}

async function rowOf<T extends object>(
  context: CallContext,
  spec: ConnectionSpec<T>,
  passed: readonly string[],
  sql: SqlText,
): Promise<T | null> {
  const { event } = context;
  if (event === null) throw new ClientError('REQUEST_MALFORMED', 'the call is for no event');
  const tests = [`t.id = ${sql.value(event, 'text')}`, ...passed];
  if (tests.length > 1) {
    const text = `select t.id from ${spec.table} t where ${tests.join(' and ')}`;
    const rows = await context.read((manager) => manager.query<{ id: string }[]>(text, sql.values));
    if (rows.length === 0) return null;
  }
  return spec.load(context, event);
}
