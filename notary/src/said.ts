import { parseCheckpoint } from '@chancery/ledger/notes/checkpoint';
import { splitNote } from '@chancery/ledger/notes/signed-note';
import { printTlogProof } from '@chancery/ledger/notes/tlog-proof';
import { verifyInclusion } from '@chancery/ledger/proofs';
import { readKeptAnswer } from '@chancery/ledger/said/kept-answer';
import { stateWhatWasSaid } from '@chancery/ledger/said/open-answer';
import { printStatement } from '@chancery/ledger/said/said-statement';
import type { RedeemedAnswer } from '@chancery/ledger/said/value-proof';
import { proveInclusion } from '@chancery/ledger/tiles/tile-proofs';
import { leafHash } from '@chancery/ledger/tree';
import { AlteredLog } from './altered.js';
import { type Asker, mayRedeem } from './may-redeem.js';
import type { Notary } from './notary.js';

/**
 * Redeems an answer that its holder has kept: says which values the entry commits to, and proves that the entry is there. Null when no
 * published checkpoint covers that receipt, when what opens the commitment was erased, or when it was another answer.
 */
export async function redeemAnswer(notary: Notary, body: string, asker: Asker): Promise<RedeemedAnswer | null> {
  const kept = readOrNull(body);
  const { store } = notary;
  const place = kept === null ? null : await store.placeOf(kept.receipt);
  if (kept === null || place === null) return null;
  const { logId, index } = place;
  const published = await store.checkpoint(logId, 'published');
  const opening = await store.openingOf(place);
  const [leaf] = await store.leaves(logId, index, index + 1);
  if (published === null || index >= published.size || opening === null || leaf === undefined) return null;
  if (!mayRedeem(leaf, asker)) return null;
  const { origin, size, root } = parseCheckpoint(splitNote(published.note).text);
  const path = await proveInclusion((level, tile) => store.tile(logId, level, tile), index, size);
  // What stands in the database now is stated only where it is what was signed.
  if (!verifyInclusion(path, { index, size, leaf: leafHash(leaf), root })) {
    throw new AlteredLog(`entry ${index} of log ${logId} is not what was signed`);
  }
  const statement = stateWhatWasSaid({ leaf, opening }, kept.text, { origin, index });
  if (statement === null) return null;
  return {
    statement: notary.sign(logId, printStatement(statement)),
    proof: printTlogProof({ extra: leafHash(leaf), index, path, note: published.note }),
    secret: opening.salt.toString('base64url'),
  };
}

function readOrNull(body: string): ReturnType<typeof readKeptAnswer> | null {
  try {
    return readKeptAnswer(body);
  } catch {
    return null;
  }
}
