import { withConnection } from '@chancery/shared/postgres/connect';
import type { ErasedPart, SidecarPart } from '../entry.js';
import type { EraseWords } from './erase-words.js';

const FIRST_LOG = 1;

/**
 * What of an entry there is to erase, of the parts that are asked for. A part that an order names and that is not there is refused, and
 * nothing is erased: it stands in the entry itself, where no order reaches it, or it is gone, and whoever ordered it would believe the one
 * of the other.
 */
export async function partsToErase(
  ownerUrl: string,
  { receipt, parts, areNamed }: Pick<EraseWords, 'receipt' | 'parts' | 'areNamed'>,
): Promise<ErasedPart[]> {
  const { rows } = await withConnection(ownerUrl, (owner) =>
    owner.query<{ idx: string; part: SidecarPart }>(
      `select idx, part from audit_sidecar where log_id = $1 and part = any($3)
          and idx = (select idx from audit_entry where log_id = $1 and strpos(leaf, '"receipt":"' || $2 || '"') > 0 limit 1)`,
      [FIRST_LOG, receipt, parts],
    ),
  );
  if (rows.length === 0) throw new Error('nothing of that receipt is there to be erased');
  const absent = areNamed ? parts.filter((part) => !rows.some((row) => row.part === part)) : [];
  if (absent.length > 0) {
    const which = absent.map((part) => `\`${part}\``).join(', ');
    throw new Error(
      `${which} of that receipt is beside no entry: what stands in the entry itself stays, and what is erased is gone; nothing was erased`,
    );
  }
  return rows.map(({ idx, part }) => ({ logId: FIRST_LOG, index: Number(idx), part }));
}
