import type { Act, Fact } from '@chancery/shared/snapshot/snapshot';
import type { ImportClient } from '@chancery/shared/subgraph/import/import-transaction';

/** Puts the acts of the seed in the place of those of the last start; one on which somebody has decided since stays as it is. */
export async function seedActsOfLaw(client: ImportClient, acts: readonly Act[]): Promise<void> {
  const decided = 'select id from law_act where not seeded';
  await client.query(`delete from law_act where seeded and id not in (${decided})`);
  await client.query(
    `insert into law_act (id, v, act, seeded)
     select act ->> 'id', (act ->> 'v')::integer, act, true from jsonb_array_elements($1::jsonb) a(act)
      where act ->> 'id' not in (${decided})`,
    [JSON.stringify(acts)],
  );
}

/** Makes the facts of the register those of the law. */
export async function seedFactsOfLaw(client: ImportClient, facts: readonly Fact[]): Promise<void> {
  await client.query('delete from law_fact');
  await client.query(
    `insert into law_fact (m, receiving, starts, fact)
     select fact ->> 'm', fact ->> 'receiving', fact ->> 'from', fact from jsonb_array_elements($1::jsonb) f(fact)`,
    [JSON.stringify(facts)],
  );
}

/** Snapshots are numbered from here on, unless they are further already. */
export async function countFrom(client: ImportClient, number: number): Promise<void> {
  await client.query(
    `insert into snapshot_number (number, digest) select $1::bigint, 'from'
      where $1::bigint > (select coalesce(max(number), 0) from snapshot_number)`,
    [number],
  );
}
