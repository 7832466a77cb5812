import { packageRanges, parseMirrorInfo, printUpload, tileStart } from '@chancery/ledger/mirror/add-entries';
import { printCheckpoint } from '@chancery/ledger/notes/checkpoint';
import type { NoteSigner } from '@chancery/ledger/notes/note-key';
import { signNote } from '@chancery/ledger/notes/signed-note';
import { makeConsistencyProof, subtreeRanges } from '@chancery/ledger/proofs';
import { appendLeaves, EMPTY_EDGE, leafHash, rootOf } from '@chancery/ledger/tree';
import type { Mirror, MirrorAnswer } from '../mirror/mirror.js';

/** One view of a log as its operator shows it: whose key it is, and which entries there are. */
export interface View {
  readonly signer: NoteSigner;
  readonly origin: string;
  readonly entries: readonly Buffer[];
}

const rootOfRange = (hashes: readonly Buffer[]): Buffer => rootOf(appendLeaves(EMPTY_EDGE, hashes));

/** The signed checkpoint of a view. */
export function checkpointOf({ signer, origin, entries }: View): string {
  const root = rootOfRange(entries.map((entry) => leafHash(entry)));
  return signNote(printCheckpoint({ origin, size: entries.length, root }), [signer]);
}

/** Shows a mirror the checkpoint of a view, after one of a size that it has. */
export function submitCheckpoint(mirror: Mirror, view: View, old: number): Promise<MirrorAnswer> {
  const hashes = view.entries.map((entry) => leafHash(entry));
  const proof = old > hashes.length ? [] : makeConsistencyProof(hashes, old);
  const lines = [`old ${old}`, ...proof.map((hash) => hash.toString('base64'))];
  return mirror.addCheckpoint(`${lines.join('\n')}\n\n${checkpointOf(view)}`);
}

/** The body of an upload of entries from one on, up to the end of the view or before it. */
export function uploadOf({ origin, entries }: View, start: number, until = entries.length): Buffer {
  const hashes = entries.map((entry) => leafHash(entry));
  const packages = packageRanges(start, entries.length)
    .filter(({ end }) => end <= until)
    .map((range) => ({
      entries: entries.slice(range.start, range.end),
      proof: subtreeRanges({ start: tileStart(range.start), end: range.end }, hashes.length).map((sibling) =>
        rootOfRange(hashes.slice(sibling.start, sibling.end)),
      ),
    }));
  return printUpload({ origin, start, end: entries.length, ticket: Buffer.alloc(0) }, packages);
}

/** Brings a mirror to a view as an honest operator would; gives the last answer. */
export async function bring(mirror: Mirror, view: View): Promise<MirrorAnswer> {
  const info = parseMirrorInfo((await mirror.addEntries(emptyUpload(view))).body);
  const submitted = await submitCheckpoint(mirror, view, info?.pending ?? 0);
  if (submitted.status !== 200) return submitted;
  return mirror.addEntries(uploadOf(view, info?.next ?? 0));
}

const emptyUpload = ({ origin }: View): Buffer =>
  printUpload({ origin, start: 0, end: 0, ticket: Buffer.alloc(0) }, []);
