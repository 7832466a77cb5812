/** What lies in the folder of a bundle, beside the entries. */
export const FILES = {
  sums: 'SHA256SUMS',
  manifest: 'manifest.json',
  keys: 'verifier-keys.txt',
  verifier: 'verify.mjs',
  readme: 'README.md',
  texts: 'texts.json',
} as const;

/** An entry in a bundle. */
export interface BundledEntry {
  readonly index: number;
  readonly receipt: string;
  /** Parts of its sidecar that are in the bundle; the others the asker did not ask for, or they were erased. */
  readonly parts: readonly string[];
}

/** What a bundle says that it holds. */
export interface Manifest {
  readonly v: 1;
  readonly origin: string;
  /** What was asked for, in words. */
  readonly asked: Readonly<Record<string, string>>;
  readonly madeAt: string;
  /** The reading that this was, on the ledger. */
  readonly reading: string;
  /** Whether every entry from the first to the last is there; otherwise they were chosen. */
  readonly isWhole: boolean;
  readonly entries: readonly BundledEntry[];
}

export const entryFile = (index: number): string => `entries/${index}.json`;
export const proofFile = (index: number): string => `proofs/${index}.tlog-proof`;
export const partFile = (index: number, part: string): string => `sidecars/${index}.${part}.json`;
