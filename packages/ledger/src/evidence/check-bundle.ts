import { commitTo } from '../commitment.js';
import { RuntimeTooOld } from '../notes/ml-dsa-44.js';
import { type NoteVerifier, parseVerifierKey } from '../notes/note-key.js';
import { openTlogProof, parseTlogProof } from '../notes/tlog-proof.js';
import { leafHash } from '../tree.js';
import { entryFile, FILES, type Manifest, partFile, proofFile } from './bundle-form.js';
import { type BundleFiles, checkSums, type Flaw, sha256Hex } from './check-sums.js';

/** What verification of a bundle came to. */
export interface BundleVerdict {
  readonly flaws: readonly Flaw[];
  readonly lines: readonly string[];
}

/** Which member of an entry commits to a part of its sidecar. */
const COMMITMENT_OF: Readonly<Record<string, (entry: Readonly<Record<string, unknown>>) => unknown>> = {
  access: ({ accessList }) => memberOf(accessList, 'commit'),
  records: ({ records }) => memberOf(records, 'commit'),
  private: ({ private: particulars }) => particulars,
  said: ({ said }) => said,
};

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;

/** Checks every file of a bundle: its sum, its proof, and what its entry commits to; by the keys that the reader brings, or those beside it. */
export function checkBundle(files: BundleFiles, keys: string | null): BundleVerdict {
  const flaws = checkSums(files, FILES.sums);
  const manifest = attempt(flaws, 'the manifest', () => manifestOf(files));
  const verifiers = attempt(flaws, 'the verifier keys', () => keysOf(keys ?? textOf(files, FILES.keys)));
  if (manifest === null || verifiers === null) return { flaws, lines: [] };
  for (const { index, receipt, parts } of manifest.entries) {
    attempt(flaws, `entry ${index}`, () => checkEntry(files, { index, receipt, parts }, manifest.origin, verifiers));
  }
  attempt(flaws, 'the texts', () => checkTexts(files));
  flaws.push(...gapsOf(manifest));
  return { flaws, lines: linesOf(manifest, keys !== null) };
}

class MissingFile extends Error {}

function textOf(files: BundleFiles, path: string): string {
  const bytes = files.get(path);
  if (bytes === undefined) throw new MissingFile(`\`${path}\` is not there`);
  return Buffer.from(bytes).toString();
}

function attempt<T>(flaws: Flaw[], what: string, check: () => T): T | null {
  try {
    return check();
  } catch (error) {
    // What cannot be checked here is not shown to be whole, and not to be altered.
    const severity = error instanceof MissingFile || error instanceof RuntimeTooOld ? 'missing' : 'altered';
    flaws.push({ severity, what: `${what}: ${error instanceof Error ? error.message : String(error)}` });
    return null;
  }
}

function manifestOf(files: BundleFiles): Manifest {
  const manifest = JSON.parse(textOf(files, FILES.manifest));
  if (manifest?.v !== 1 || !Array.isArray(manifest.entries)) throw new RangeError('not one of a known version');
  return manifest;
}

function keysOf(text: string): NoteVerifier[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map(parseVerifierKey);
}

function checkEntry(
  files: BundleFiles,
  { index, receipt, parts }: Manifest['entries'][number],
  origin: string,
  verifiers: readonly NoteVerifier[],
): void {
  const leaf = textOf(files, entryFile(index));
  const proven = openTlogProof(parseTlogProof(textOf(files, proofFile(index))), leafHash(leaf), verifiers);
  if (proven.index !== index || proven.checkpoint.origin !== origin)
    throw new RangeError('the proof is of another entry');
  const entry = JSON.parse(leaf);
  if (entry.receipt !== receipt) throw new RangeError('it has another receipt');
  for (const part of parts) {
    const { salt, blob } = JSON.parse(textOf(files, partFile(index, part)));
    if (COMMITMENT_OF[part]?.(entry) !== commitTo(Buffer.from(String(salt), 'base64url'), String(blob))) {
      throw new RangeError(`part \`${part}\` of its sidecar is not what it commits to`);
    }
  }
}

/** Texts that entries name by digest: whole digests, and of handlings their first 64 bits. */
function checkTexts(files: BundleFiles): void {
  for (const [digest, text] of Object.entries(JSON.parse(textOf(files, FILES.texts)))) {
    const [kind = '', hex = ''] = digest.split(':');
    const isIts = (kind === 'h' ? hex.length === 16 : hex.length === 64) && sha256Hex(String(text)).startsWith(hex);
    if (!isIts) throw new RangeError(`that of \`${digest}\` is another`);
  }
}

function gapsOf({ isWhole, entries }: Manifest): Flaw[] {
  if (!isWhole) return [];
  return entries.slice(1).flatMap(({ index }, place): Flaw[] => {
    const before = entries[place]?.index ?? index;
    return index === before + 1
      ? []
      : [{ severity: 'missing', what: `no entry stands between ${before} and ${index}` }];
  });
}

function linesOf({ origin, entries, isWhole, asked, madeAt }: Manifest, areOwnKeys: boolean): string[] {
  const words = Object.entries(asked).map(([name, value]) => `${name} ${value}`);
  return [
    `${entries.length} entries of ${origin}, ${isWhole ? 'without a gap' : 'chosen'} (${words.join(', ')}), ${madeAt}`,
    areOwnKeys
      ? 'believed by the keys that you brought'
      : 'believed by the keys in this folder: compare them with those that the operator gave you by hand, or name yours with --keys',
  ];
}
