import { createHash } from 'node:crypto';

/** What is wrong with a bundle: `altered` when something contradicts, `missing` when it is not there. */
export interface Flaw {
  readonly severity: 'altered' | 'missing';
  readonly what: string;
}

/** The files of a bundle by their paths. */
export type BundleFiles = ReadonlyMap<string, Uint8Array>;

const LINE = /^([0-9a-f]{64}) {2}(\S+)$/;

export const sha256Hex = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** The sums of some files, as `sha256sum` writes them; the last line is that of the lines above it. */
export function printSums(files: BundleFiles, name: string): string {
  const lines = Array.from(files, ([path, bytes]) => `${sha256Hex(bytes)}  ${path}\n`).join('');
  return `${lines}${sha256Hex(lines)}  ${name}\n`;
}

/** Compares the files with their sums. Sums guard against accident; what guards against us is signed. */
export function checkSums(files: BundleFiles, name: string): Flaw[] {
  const bytes = files.get(name);
  if (bytes === undefined) return [{ severity: 'missing', what: `\`${name}\` is not there` }];
  const text = Buffer.from(bytes).toString('latin1');
  const end = text.lastIndexOf('\n', text.length - 2) + 1;
  if (text.slice(end) !== `${sha256Hex(Buffer.from(text.slice(0, end), 'latin1'))}  ${name}\n`) {
    return [{ severity: 'altered', what: `\`${name}\` is not what it was` }];
  }
  const sums = new Map<string, string>();
  for (const line of text.slice(0, end).split('\n').slice(0, -1)) {
    const [, sum = '', path = ''] = LINE.exec(line) ?? [];
    sums.set(path, sum);
  }
  const flaws: Flaw[] = [];
  for (const [path, sum] of sums) {
    const listed = files.get(path);
    if (listed === undefined) flaws.push({ severity: 'missing', what: `\`${path}\` is not there` });
    else if (sha256Hex(listed) !== sum) flaws.push({ severity: 'altered', what: `\`${path}\` is not what it was` });
  }
  for (const path of files.keys()) {
    if (path !== name && !sums.has(path))
      flaws.push({ severity: 'altered', what: `\`${path}\` is not of this bundle` });
  }
  return flaws;
}
