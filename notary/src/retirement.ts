import { parseMinimumIndex, printMinimumIndex } from '@chancery/ledger/notes/minimum-index';
import type { NoteSigner } from '@chancery/ledger/notes/note-key';
import { openNote, signNote } from '@chancery/ledger/notes/signed-note';
import { parseEntry } from '@chancery/ledger/parse-entry';
import { verifyConsistency } from '@chancery/ledger/proofs';
import { proveConsistency } from '@chancery/ledger/tiles/tile-proofs';
import { type Edge, rootOf } from '@chancery/ledger/tree';
import { AlteredLog } from './altered.js';
import type { NotaryStore, StoredRetirement } from './notary-store.js';

/** Which log's retirement is looked at, and the tree that its kept entries give. */
export interface RetiredLog {
  readonly logId: number;
  readonly origin: string;
  readonly signers: readonly NoteSigner[];
  readonly edge: Edge;
}

/**
 * Signs up to where entries were retired, once their log says so itself and what is left of them leads to the tree that was signed; throws
 * AlteredLog where either is not so: then they were taken away.
 */
export async function signRetirement(
  store: NotaryStore,
  { end, edge: before, entry, note }: StoredRetirement,
  { logId, origin, signers, edge }: RetiredLog,
): Promise<string> {
  const root = rootOf(before);
  const [leaf = ''] = await store.leaves(logId, entry, entry + 1);
  const said = saysOf(leaf);
  if (said === null || said.logId !== logId || said.end !== end || said.root !== root.toString('base64')) {
    throw new AlteredLog(`its entries before ${end} are gone, and entry ${entry} does not say that they were retired`);
  }
  const proof = await proveConsistency((level, index) => store.tile(logId, level, index), end, edge.size);
  if (!verifyConsistency(proof, { size: end, root }, { size: edge.size, root: rootOf(edge) })) {
    throw new AlteredLog(`what is left of its entries before ${end} does not lead to its tree`);
  }
  const text = printMinimumIndex({ origin, index: end, root });
  if (note !== null && isOwn(note, text, signers)) return note;
  const signed = signNote(text, signers);
  await store.keepMinimum(logId, end, signed);
  return signed;
}

function saysOf(leaf: string): ReturnType<typeof parseEntry>['retired'] {
  try {
    return parseEntry(leaf).retired;
  } catch {
    return null;
  }
}

function isOwn(note: string, text: string, signers: readonly NoteSigner[]): boolean {
  try {
    const opened = openNote(
      note,
      signers.map(({ verifier }) => verifier),
    );
    return opened.text === text && parseMinimumIndex(opened.text).index > 0;
  } catch {
    return false;
  }
}
