import { compliance } from '@chancery/compliance/service';
import { incidents } from '@chancery/incidents/service';
import { intel } from '@chancery/intel/service';
import { missions } from '@chancery/missions/service';
import { indexRows } from '@chancery/shared/subgraph/search/index-rows';
import type pg from 'pg';
import type { LabelledTable } from './tables.js';

const SERVICES = { missions, incidents, intel, compliance };

/** Makes the words that rows are found by what these now say: whoever writes rows past the services owes that too. */
export async function keepWords(
  owner: pg.Client,
  { database, table }: Pick<LabelledTable, 'database' | 'table'>,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const aggregate = SERVICES[database].aggregates.find(({ declared }) => declared.table === table);
  if (aggregate === undefined) throw new Error(`no record of ${table}`);
  const run = async (text: string, values: unknown[]) => (await owner.query<object>(text, values)).rows;
  await owner.query('begin');
  await indexRows(run, aggregate.record, ids);
  await owner.query('commit');
}
