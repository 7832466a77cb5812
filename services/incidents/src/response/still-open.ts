import { type HandlingNumber, parseHandlingNumber } from '@chancery/shared/brands';
import { ClientError } from '@chancery/shared/errors';
import type { Beside } from '@chancery/shared/subgraph/writing/change-record';
import type { Coordinate } from '@chancery/shared/vocabulary';

/** Evacuations that are not over, or of which somebody may be missing; one that was called off moves nobody. */
const EVACUATIONS = `select id, handling_id as handling, status from evacuation_operation
  where incident_id = $1 and status <> 'CANCELLED'`;
/** People of whom nobody has said that they are safe. */
const PEOPLE = `select handling_id as handling from evac_manifest_entry
  where operation_id = any($1::text[]) and status not in ('ARRIVED', 'ACCOUNTED_FOR')`;

interface Row {
  readonly handling: number;
}

/**
 * Refuses while an evacuation of an incident is not over, or somebody on its manifest is not accounted for, as far as whoever closes the incident reads that.
 * Rows that are hidden are none here, and values that may not be read do not count: what is kept from the caller changes nothing that it is told. Throws
 * UNFINISHED.
 */
export async function checkNobodyMissing({ id, manager, masks }: Beside): Promise<void> {
  const reads = (handling: HandlingNumber, ...fields: Coordinate[]): boolean =>
    fields.every((field) => masks.mayRead(field, handling));
  const found = await manager.query<(Row & { id: string; status: string })[]>(EVACUATIONS, [id]);
  const evacuations = found.filter(({ handling }) =>
    reads(parseHandlingNumber(handling), 'EvacuationOperation.incident', 'EvacuationOperation.status'),
  );
  if (evacuations.some(({ status }) => status !== 'COMPLETED')) refuse('an evacuation of it is not over');
  const people = await manager.query<Row[]>(PEOPLE, [evacuations.map((each) => each.id)]);
  const isMissing = people.some(({ handling }) =>
    reads(parseHandlingNumber(handling), 'EvacManifestEntry.operation', 'EvacManifestEntry.status'),
  );
  if (isMissing) refuse('somebody on a manifest of it is not accounted for');
}

function refuse(why: string): never {
  throw new ClientError('UNFINISHED', why, 'input.id');
}
