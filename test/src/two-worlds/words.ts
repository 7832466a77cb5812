import { compliance } from '@chancery/compliance/service';
import { incidents } from '@chancery/incidents/service';
import { intel } from '@chancery/intel/service';
import { missions } from '@chancery/missions/service';
import { indexRows } from '@chancery/shared/subgraph/search/index-rows';
import type pg from 'pg';
import type { SubgraphName } from '../testkit/world.js';

const SERVICES = { missions, incidents, intel, compliance };

/** Makes the words that rows of a table are found by what its rows now say: whoever writes rows past the services owes that too. */
export async function keepWords(owner: pg.Client, database: SubgraphName, table: string): Promise<void> {
  const aggregate = SERVICES[database].aggregates.find(({ declared }) => declared.table === table);
  if (aggregate === undefined) throw new Error(`no record of ${table}`);
  const run = async (text: string, values: unknown[]) => (await owner.query<object>(text, values)).rows;
  const { rows } = await owner.query<{ id: string }>(`select id from ${table}`);
  await owner.query('begin');
  await owner.query('delete from search_token where type = $1', [aggregate.declared.name]);
  await indexRows(
    run,
    aggregate.record,
    rows.map(({ id }) => id),
  );
  await owner.query('commit');
}
