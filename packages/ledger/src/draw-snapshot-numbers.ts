import { withConnection } from '@chancery/shared/postgres/connect';

/** Numbers that one start may use; one that publishes more goes on into the next, which the next start then passes. */
const NUMBERS_OF_A_START = 1_000_000;

/**
 * Draws the numbers of a start, as the ledger's owner: it counts from the one that is given, which is above all that were ever drawn here. Whoever
 * publishes counts in a database of its own; one that is lost, or put back, does not bring a number back that entries name already.
 */
export async function drawSnapshotNumbers(ownerUrl: string): Promise<number> {
  return withConnection(ownerUrl, async (owner) => {
    await owner.query('begin');
    await owner.query('lock table snapshot_number in exclusive mode');
    const { rows } = await owner.query<{ number: string }>(
      `insert into snapshot_number (number, digest)
       select (coalesce(max(number), 0) / $1::bigint + 1) * $1::bigint, 'from' from snapshot_number returning number`,
      [NUMBERS_OF_A_START],
    );
    await owner.query('commit');
    return Number(rows[0]?.number);
  });
}
