import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeFolder } from '@chancery/shared/make-folder';
import type { SidecarPart } from '../entry.js';
import type { DictionaryTable, LedgerReader, StoredEntry, StoredSidecar } from '../ledger-reader.js';
import { parseCheckpoint } from '../notes/checkpoint.js';
import { splitNote } from '../notes/signed-note.js';
import { printTlogProof } from '../notes/tlog-proof.js';
import { parseAccessList, parseEntry } from '../parse-entry.js';
import { proveInclusion } from '../tiles/tile-proofs.js';
import { leafHash } from '../tree.js';
import { type BundledEntry, entryFile, FILES, type Manifest, partFile, proofFile } from './bundle-form.js';
import { printSums } from './check-sums.js';
import { joinModules } from './join-modules.js';
import { README } from './readme.js';

/** What is asked to be bundled. */
export interface BundleRequest extends Pick<Manifest, 'asked' | 'isWhole' | 'madeAt' | 'reading'> {
  readonly logId: number;
  /** Signed, and of a tree that has every entry. */
  readonly checkpoint: string;
  readonly entries: readonly StoredEntry[];
  /** Parts of sidecars that go with them. */
  readonly parts: readonly SidecarPart[];
  /** Verifier keys, a line each. */
  readonly keys: string;
}

/** Writes a bundle into a folder that is new or empty: entries, proofs, sidecars, what their digests stand for, keys, and what verifies them. */
export async function writeBundle(reader: LedgerReader, request: BundleRequest, folder: string): Promise<void> {
  const { logId, checkpoint, entries, keys } = request;
  const { origin, size } = parseCheckpoint(splitNote(checkpoint).text);
  const files = new Map<string, Buffer>();
  const put = (path: string, text: string): unknown => files.set(path, Buffer.from(text));
  const bundled: BundledEntry[] = [];
  const texts: Record<string, string> = {};
  for (const { index, leaf } of entries) {
    const sidecars = (await reader.sidecars(logId, index, index)).filter(({ part }) => request.parts.includes(part));
    put(entryFile(index), leaf);
    const path = await proveInclusion((level, tile) => reader.tile(logId, level, tile), index, size);
    put(proofFile(index), printTlogProof({ extra: leafHash(leaf), index, path, note: checkpoint }));
    for (const { part, salt, blob } of sidecars) {
      put(partFile(index, part), JSON.stringify({ salt: salt.toString('base64url'), blob }));
    }
    bundled.push({ index, receipt: parseEntry(leaf).receipt, parts: sidecars.map(({ part }) => part) });
    Object.assign(texts, await textsOf(reader, leaf, sidecars));
  }
  const { asked, madeAt, reading, isWhole } = request;
  const manifest: Manifest = { v: 1, origin, asked, madeAt, reading, isWhole, entries: bundled };
  put(FILES.manifest, `${JSON.stringify(manifest, null, 2)}\n`);
  put(FILES.texts, `${JSON.stringify(texts, null, 2)}\n`);
  put(FILES.keys, keys);
  put(FILES.readme, README);
  put(FILES.verifier, verifier());
  files.set(FILES.sums, Buffer.from(printSums(files, FILES.sums)));
  save(files, folder);
}

/** What the digests of an entry stand for, but for its snapshot: that is the law of a moment, megabytes of it, and resolves on the ledger. */
async function textsOf(
  reader: LedgerReader,
  leaf: string,
  sidecars: readonly StoredSidecar[],
): Promise<Record<string, string>> {
  const { access, profile, api } = parseEntry(leaf);
  const list = sidecars.find(({ part }) => part === 'access');
  const rows = list === undefined ? access : parseAccessList(list.blob);
  const named: readonly (readonly [DictionaryTable, readonly string[]])[] = [
    ['audit_handling', rows.flatMap(([, digest]) => (digest?.startsWith('h:') ? [digest] : []))],
    ['audit_profile', profile === null ? [] : [profile]],
    ['audit_asked', api.asked === undefined ? [] : [api.asked]],
  ];
  const texts: Record<string, string> = {};
  for (const [table, digests] of named) Object.assign(texts, Object.fromEntries(await reader.texts(table, digests)));
  return texts;
}

/** The modules that check a bundle, as one file. */
function verifier(): string {
  const built = fileURLToPath(new URL('../../dist/evidence/verify-main.js', import.meta.url));
  const { code, name } = joinModules(built);
  return `${code}\nprocess.exitCode = ${name}.verifyFolderOf(import.meta.url);\n`;
}

/** Throws for a folder that holds something; asked before anything is, for a bundle takes minutes and its question is recorded. */
export function requireEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new RangeError(`\`${folder}\` is not empty`);
}

function save(files: ReadonlyMap<string, Buffer>, folder: string): void {
  makeFolder(folder, 0o700);
  requireEmpty(folder);
  for (const [path, bytes] of files) {
    makeFolder(dirname(join(folder, path)), 0o700);
    writeFileSync(join(folder, path), bytes, { mode: 0o600, flag: 'wx' });
  }
}
