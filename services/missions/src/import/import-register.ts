import { parseEntityId, parseRegisterKey } from '@chancery/shared/brands';
import { importRecords } from '@chancery/shared/subgraph/import/import-records';
import type { ImportClient } from '@chancery/shared/subgraph/import/import-transaction';
import type { Imported } from '@chancery/shared/subgraph/import/keep-only';
import { publishRows, publishWithdrawn } from '@chancery/shared/subgraph/outbox/outbox';
import { Mission } from '../mission.js';
import type { RegisterRow } from './parse-register.js';

/** Date of the public register that the posts were taken from. */
const AS_OF = '2022-11-16';

/**
 * Loads the posts of the register: a new one gets an id, a known one keeps it, one that is no longer in it is withdrawn, and
 * whoever refers to it is told.
 */
export async function importRegister(
  client: ImportClient,
  rows: readonly RegisterRow[],
  report: (line: string) => void,
): Promise<Imported> {
  const posts = rows.map(postOf);
  const { changed, withdrawn, returned, ids } = await importRecords(client, {
    record: Mission,
    importedBy: 'register',
    by: 'wikidataId',
    rows: posts,
    report: (done) => report(`posts: ${done} of ${rows.length}`),
  });
  await publishRows(
    client,
    posts.map(({ wikidataId, handling }) => ({
      type: 'Mission',
      id: parseEntityId('Mission', ids.get(wikidataId) ?? ''),
      key: parseRegisterKey(wikidataId),
      handling,
    })),
  );
  await publishWithdrawn(client, 'Mission', withdrawn);
  return { changed, withdrawn: withdrawn.length, returned: returned.length };
}

function postOf(row: RegisterRow) {
  return {
    // A public fact about a post: no limit on who reads it, and the post itself as the mission concerned.
    handling: `l=-;rel=*;nat=*;pur=*;tlp=CLEAR;own=CHANCERY.register;m=${row.wikidata_id}`,
    synthetic: false,
    wikidataId: row.wikidata_id,
    kind: row.kind,
    sendingState: row.sending_state,
    receivingState: row.receiving_state,
    alsoAccreditedTo: row.also_accredited_to,
    city: row.city,
    district: row.district,
    latitude: row.latitude,
    longitude: row.longitude,
    openedYear: row.opened_year,
    asOf: AS_OF,
  };
}
