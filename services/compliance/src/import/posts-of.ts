import type { ImportClient } from '@chancery/shared/subgraph/import/import-transaction';

/** The id of every post that is known here, by its key of the register. */
export async function postsOf(client: ImportClient): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ key: string; id: string }>(
    'select key, id from mission_ref where withdrawn_at is null',
  );
  return new Map(rows.map(({ key, id }) => [key, id]));
}
