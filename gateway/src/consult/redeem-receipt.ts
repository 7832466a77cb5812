import { parseCheckpoint } from '@chancery/ledger/notes/checkpoint';
import { splitNote } from '@chancery/ledger/notes/signed-note';
import { parseTlogProof } from '@chancery/ledger/notes/tlog-proof';
import { InternalError } from '@chancery/shared/errors';
import { askNotary } from '../ask-notary.js';
import type { Asking } from '../stages/identify/identify.js';

const FOUND = 200;

/**
 * Redeems a receipt for the proof that its entry stands on the log, for whom it was given to and the oversight of its State. Null where none is to be
 * told: of a receipt that never was, one that others were given, and one that no checkpoint covers yet alike.
 */
export async function redeemReceipt(
  receipt: string,
  { profile }: Pick<Asking, 'profile'>,
  notaryUrl: string | null,
): Promise<object | null> {
  const asked = { words: { receipt }, subject: profile.subject, shown: null };
  const answer = notaryUrl === null ? null : await askNotary(notaryUrl, 'proof', asked);
  if (answer === null) throw new InternalError('SUBGRAPH_UNREACHABLE', 'the notary does not answer');
  return answer.status === FOUND ? proofShown(receipt, answer.body) : null;
}

function proofShown(receipt: string, proof: string): object {
  const { extra, index, path, note } = parseTlogProof(proof);
  const { origin, size, root } = parseCheckpoint(splitNote(note).text);
  return {
    receipt,
    log: origin,
    index,
    leafHash: extra?.toString('base64') ?? null,
    inclusion: path.map((hash) => hash.toString('base64')),
    treeSize: size,
    rootHash: root.toString('base64'),
    checkpoint: note,
    proof,
  };
}
