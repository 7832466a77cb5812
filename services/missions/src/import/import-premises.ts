import { ClientError } from '@chancery/shared/errors';
import { importRecords } from '@chancery/shared/subgraph/import/import-records';
import type { ImportClient } from '@chancery/shared/subgraph/import/import-transaction';
import type { Imported } from '@chancery/shared/subgraph/import/keep-only';
import { Premises } from '../premises.js';
import { exercisePremises } from './exercise-premises.js';
import type { StoredPost } from './exercise-set.js';

const SEED = 'exercise 1';

/** Makes and loads the premises of the exercise posts: those that are there keep their ids, those of other posts are withdrawn. */
export async function importPremises(client: ImportClient, posts: readonly StoredPost[]): Promise<Imported> {
  const ids = new Map(posts.map(({ key, id }) => [key, id]));
  const rows = exercisePremises(posts, SEED).map(({ key, ...premises }) => ({
    ...premises,
    synthetic: true,
    missionId: ids.get(key) ?? '',
  }));
  const { changed, withdrawn, returned } = await importRecords(client, {
    record: Premises,
    importedBy: 'exercise',
    by: 'missionId',
    rows,
  });
  return { changed, withdrawn: withdrawn.length, returned: returned.length };
}

/** The posts of the register that exercises are made for; refused when one is not in it. */
export async function findPosts(client: ImportClient, keys: readonly string[]): Promise<StoredPost[]> {
  const { rows } = await client.query<StoredPost>(
    `select id, wikidata_id as key, kind, sending_state as "sendingState",
        receiving_state || also_accredited_to as "receivingStates", city from mission
      where wikidata_id = any($1) and withdrawn_at is null order by array_position($1, wikidata_id)`,
    [keys],
  );
  const found = new Set(rows.map(({ key }) => key));
  const missing = keys.filter((key) => !found.has(key));
  if (missing.length > 0) {
    throw new ClientError('INPUT_INVALID', `exercise posts are not in the register: \`${missing.join(', ')}\``);
  }
  return rows;
}
