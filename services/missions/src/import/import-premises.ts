import { ClientError } from '@chancery/shared/errors';
import { allotHandlings } from '@chancery/shared/subgraph/import/allot-handlings';
import type { ImportClient } from '@chancery/shared/subgraph/import/import-transaction';
import { type Imported, keepOnly } from '@chancery/shared/subgraph/import/keep-only';
import { randomId } from '@chancery/shared/subgraph/tables/random-id';
import { type ExercisePost, exercisePremises } from './exercise-premises.js';

const SEED = 'exercise 1';
const IMPORTED_BY = 'exercise';

/** Makes and loads the premises of the exercise posts: those that are there keep their ids, those of other posts are withdrawn. */
export async function importPremises(client: ImportClient, keys: readonly string[]): Promise<Imported> {
  const posts = await findPosts(client, keys);
  const premises = exercisePremises(posts, SEED);
  const handlings = await allotHandlings(
    client,
    premises.map(({ handling }) => handling),
  );
  const missionIds = new Map(posts.map(({ key, id }) => [key, id]));
  const records = premises.map((row) => ({
    id: randomId('Premises'),
    handling_id: handlings.get(row.handling),
    mission_id: missionIds.get(row.key),
    address: row.address,
    emergency_contact: row.emergencyContact,
    floor_plan: row.floorPlan,
    hazards: row.hazards,
    occupancy: row.occupancy,
    interior_plan: row.interiorPlan,
    safe_havens: row.safeHavens,
    archive_register: row.archiveRegister,
    custodian: row.custodian,
    custody_since: row.custodySince,
  }));
  const changed = await upsert(client, records);
  const kept = { table: 'premises', importedBy: IMPORTED_BY, key: 'mission_id', keys: [...missionIds.values()] };
  const { withdrawn, returned } = await keepOnly(client, kept);
  return { changed, withdrawn: withdrawn.length, returned: returned.length };
}

interface StoredPost extends ExercisePost {
  readonly id: string;
}

async function findPosts(client: ImportClient, keys: readonly string[]): Promise<StoredPost[]> {
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

async function upsert(client: ImportClient, records: readonly object[]): Promise<number> {
  const { rowCount } = await client.query(
    `insert into premises as p (id, handling_id, mission_id, synthetic, address, emergency_contact, floor_plan, hazards,
        occupancy, interior_plan, safe_havens, archive_register, custodian, custody_since, imported_by)
     select id, handling_id, mission_id, true, address, emergency_contact, floor_plan, hazards,
        occupancy, interior_plan, safe_havens, archive_register, custodian, custody_since, $2
       from jsonb_to_recordset($1::jsonb) r(id text, handling_id int, mission_id text, address text,
        emergency_contact text, floor_plan text, hazards text[], occupancy int, interior_plan text, safe_havens text[],
        archive_register text, custodian text, custody_since date)
     on conflict (mission_id) do update set
        handling_id = excluded.handling_id, address = excluded.address, emergency_contact = excluded.emergency_contact,
        floor_plan = excluded.floor_plan, hazards = excluded.hazards, occupancy = excluded.occupancy,
        interior_plan = excluded.interior_plan, safe_havens = excluded.safe_havens,
        archive_register = excluded.archive_register, custodian = excluded.custodian,
        custody_since = excluded.custody_since
      where (p.handling_id, p.address, p.emergency_contact, p.floor_plan, p.hazards, p.occupancy, p.interior_plan,
             p.safe_havens, p.archive_register, p.custodian, p.custody_since)
        is distinct from (excluded.handling_id, excluded.address, excluded.emergency_contact, excluded.floor_plan,
             excluded.hazards, excluded.occupancy, excluded.interior_plan, excluded.safe_havens,
             excluded.archive_register, excluded.custodian, excluded.custody_since)`,
    [JSON.stringify(records), IMPORTED_BY],
  );
  return rowCount ?? 0;
}
