import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ClientError } from '../../errors.js';

/**
 * Reads a file of an import. Bytes that are no UTF-8 are refused: a decoder that puts U+FFFD for them would change names
 * for good, and nobody would be told.
 *
 * @throws ClientError INPUT_INVALID, with the line of the first such byte.
 */
export async function readImport(folder: string, file: string): Promise<string> {
  const bytes = await readFile(join(folder, file));
  if (!isUtf8(bytes)) throw new ClientError('INPUT_INVALID', `\`${file}\`, line ${badLine(bytes)}: not UTF-8`);
  return bytes.toString('utf8');
}

/** The first line, from 1, that is no UTF-8: a line feed is never part of a longer sequence (RFC 3629 section 3). */
function badLine(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; ; line += 1) {
    const end = bytes.indexOf('\n', start);
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
}
