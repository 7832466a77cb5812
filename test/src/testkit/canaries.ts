import type { TestDatabase } from '@chancery/shared/postgres/test-database';
import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';

/** A text that is a public handling: whoever took a value for a handling would open the record by it. */
const LURE = 'l=-;rel=*;nat=*;pur=*;own=CHANCERY.register';

/**
 * Puts a canary into each text of the exercise records, which names field and record: found where it must not be, it says
 * what leaked. One tearline becomes a lure instead.
 */
export async function plantCanaries(
  databases: Readonly<Record<'missions' | 'incidents' | 'intel', Pick<TestDatabase, 'ownerUrl'>>>,
): Promise<void> {
  await run(databases.missions, [
    `update premises p set address = address || ' EX-ADDRESS-' || m.wikidata_id,
        emergency_contact = emergency_contact || ' EX-CONTACT-' || m.wikidata_id,
        floor_plan = floor_plan || ' EX-FLOORPLAN-' || m.wikidata_id,
        hazards = array_append(hazards, 'EX-HAZARD-' || m.wikidata_id),
        interior_plan = interior_plan || ' EX-INTERIOR-' || m.wikidata_id,
        safe_havens = array_append(safe_havens, 'EX-HAVEN-' || m.wikidata_id),
        archive_register = archive_register || ' EX-ARCHIVE-' || m.wikidata_id
       from mission m where m.id = p.mission_id`,
  ]);
  await run(databases.incidents, [
    `update incident set summary = summary || ' EX-CANARY-' || reference where synthetic`,
  ]);
  await run(databases.intel, [
    `update warning set tearline = tearline || ' EX-TEARLINE-' || reference, body = body || ' EX-BODY-' || reference,
        source_ref = case when source_ref is not null then 'EX-SOURCE-' || reference end`,
    `update warning set tearline = '${LURE}' where reference = 'W-0007'`,
  ]);
}

async function run({ ownerUrl }: Pick<TestDatabase, 'ownerUrl'>, statements: readonly string[]): Promise<void> {
  await inTransaction(ownerUrl, async (client) => {
    for (const statement of statements) {
      const { rowCount } = await client.query(statement);
      if ((rowCount ?? 0) === 0) throw new Error(`no row for: ${statement}`);
    }
  });
}
