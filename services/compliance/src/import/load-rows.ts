import { type ImportedRow, importRecords, type RecordImport } from '@chancery/shared/subgraph/import/import-records';
import type { ImportClient } from '@chancery/shared/subgraph/import/import-transaction';
import type { Labelled } from '@chancery/shared/subgraph/record/record';

/** A record that an import knows by its readable key. */
export interface Keyed extends Labelled {
  reference: string;
}

/** Who brings rows: the register of law and acts, or a demonstration. */
export type ImportedBy = 'register' | 'exercise';

/** Loads rows of a record, and gives the id of each by its key; what is not among them any more is withdrawn. */
export async function loadRows<T extends Keyed>(
  client: ImportClient,
  importedBy: ImportedBy,
  record: RecordImport<T>['record'],
  rows: readonly ImportedRow<T>[],
): Promise<ReadonlyMap<string, string>> {
  const { ids } = await importRecords<T>(client, { record, importedBy, by: 'reference', rows });
  return ids;
}
