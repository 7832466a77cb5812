import { withConnection } from '@chancery/shared/postgres/connect';

/**
 * Draws the number of a snapshot that is about to be published, as the ledger's owner: above every number that was ever drawn here, and above
 * that of the file which it replaces. A file that is lost, or a database that is put back, does not bring an old number back.
 */
export async function drawSnapshotNumber(ownerUrl: string, digest: string, above: number): Promise<number> {
  return withConnection(ownerUrl, async (owner) => {
    await owner.query('begin');
    await owner.query('lock table snapshot_number in exclusive mode');
    const { rows } = await owner.query<{ number: string }>(
      `insert into snapshot_number (number, digest)
       select greatest(coalesce(max(number), 0), $1::bigint) + 1, $2 from snapshot_number returning number`,
      [above, digest],
    );
    await owner.query('commit');
    return Number(rows[0]?.number);
  });
}
