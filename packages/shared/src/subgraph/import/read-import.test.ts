import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readImport } from './read-import.js';

describe('a file of an import', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'chancery-import-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const read = (bytes: Buffer): Promise<string> => {
    writeFileSync(join(folder, 'posts.csv'), bytes);
    return readImport(folder, 'posts.csv');
  };

  it('is read as the text that it is', async () => {
    await expect(read(Buffer.from('key,city\nQ1,Malé\nQ2,北京\n'))).resolves.toBe('key,city\nQ1,Malé\nQ2,北京\n');
  });

  it.each([
    ['Latin-1', Buffer.from('key,city\nQ1,Malé\n', 'latin1'), 2],
    ['a sequence cut by the end of the file', Buffer.from([0x61, 0x0a, 0x62, 0x0a, 0xe5, 0x8c]), 3],
    ['a sequence cut by the end of a line', Buffer.from([0xe5, 0x8c, 0x0a, 0x62]), 1],
    ['an overlong form', Buffer.from([0x61, 0x0a, 0xc0, 0xaf]), 2],
    ['a surrogate', Buffer.from([0xed, 0xa0, 0x80]), 1],
    ['UTF-16', Buffer.from('\ufeffkey', 'utf16le'), 1],
  ])('is refused with the line when it holds %s', async (_what, bytes, line) => {
    await expect(read(bytes)).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: `\`posts.csv\`, line ${line}: not UTF-8`,
    });
  });
});
