import type { EntityManager } from 'typeorm';
import { type HandlingNumber, parseHandlingNumber } from '../../brands.js';
import { InternalError } from '../../errors.js';
import type { Handling } from '../../labels/label.js';
import type { RowSink } from '../reading/row-sink.js';
import type { KnownHandlings } from '../visibility/handling-kinds.js';
import type { FoundRow } from './find-handlings.js';

/** The integers of what the label of a record is joined with; asked for once nothing refuses the command any more. */
export async function numbersOf(
  sink: Pick<RowSink, 'allot'>,
  sources: readonly FoundRow[],
): Promise<readonly HandlingNumber[]> {
  const numbers = new Set<HandlingNumber>();
  for (const { number, handling } of sources) numbers.add(number ?? (await sink.allot(handling)));
  return [...numbers];
}

/** Keeps what the label of a record was joined with. */
export async function keepSources(
  transaction: EntityManager,
  id: string,
  numbers: readonly HandlingNumber[],
): Promise<void> {
  await transaction.query(
    'insert into label_source (record_id, handling_id) select $1, unnest($2::integer[]) on conflict do nothing',
    [id, [...numbers]],
  );
}

/** What the label of a record was joined with, whether or not the viewer still sees all of it. */
export async function sourcesOf(
  transaction: EntityManager,
  id: string,
  handlings: Pick<KnownHandlings, 'byId'>,
): Promise<Handling[]> {
  const rows = await transaction.query<{ handling: number }[]>(
    'select handling_id as handling from label_source where record_id = $1',
    [id],
  );
  return rows.map(({ handling }) => {
    const known = handlings.byId(parseHandlingNumber(handling));
    if (known === undefined) throw new InternalError('INTERNAL', 'a source of a label has an unknown handling');
    return known;
  });
}
