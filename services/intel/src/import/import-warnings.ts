import { ClientError } from '@chancery/shared/errors';
import { importRecords } from '@chancery/shared/subgraph/import/import-records';
import type { ImportClient } from '@chancery/shared/subgraph/import/import-transaction';
import type { Imported } from '@chancery/shared/subgraph/import/keep-only';
import { Warning } from '../warning.js';
import type { ExerciseWarning } from './exercise-warnings.js';

/** Loads exercise warnings; one that is no longer made is withdrawn. */
export async function importWarnings(client: ImportClient, warnings: readonly ExerciseWarning[]): Promise<Imported> {
  const posts = await client.query<{ key: string; id: string }>(
    'select key, id from mission_ref where withdrawn_at is null',
  );
  const ids = new Map(posts.rows.map(({ key, id }) => [key, id]));
  const rows = warnings.map(({ missions, ...warning }) => ({
    ...warning,
    synthetic: true,
    status: 'EXERCISE' as const,
    msgType: 'ALERT' as const,
    incident: null,
    missions: missions.map((key) => ids.get(key) ?? unknownPost(key, warning.reference)),
  }));
  const { changed, withdrawn, returned } = await importRecords(client, {
    record: Warning,
    importedBy: 'exercise',
    by: 'reference',
    rows,
  });
  return { changed, withdrawn: withdrawn.length, returned: returned.length };
}

// A warning that has lost a post would be read as one that does not concern it.
function unknownPost(key: string, reference: string): never {
  throw new ClientError('INPUT_INVALID', `warning \`${reference}\` concerns \`${key}\`, which is not published`);
}
