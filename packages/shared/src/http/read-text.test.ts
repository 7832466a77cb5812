import { serialize } from 'node:v8';
import { describe, expect, it } from '@jest/globals';
import { readText } from './read-text.js';

/** How the engine keeps a text: behind the two bytes of the format's version, `"` for one byte a letter and `c` for two. */
const ONE_BYTE = '"'.charCodeAt(0);
const formOf = (text: string): number | undefined => serialize(text)[2];

describe('the text of a body', () => {
  it.each(['', '{"query":"{ missions { id } }"}', 'é', '–', '🏛', '\ufeff{}'])('is what UTF-8 says: %j', (text) => {
    const bytes = Buffer.from(text);
    expect(readText(bytes)).toBe(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  });

  it.each([[[0xff]], [[0xc3]], [[0x7b, 0xed, 0xa0, 0x80]]])('is refused where it is not UTF-8: %j', (bytes) => {
    expect(() => readText(Uint8Array.from(bytes))).toThrow('not valid');
  });

  it('is that of a part of a buffer, and of no more', () => {
    expect(readText(Buffer.from('before within after').subarray(7, 13))).toBe('within');
  });

  it('takes one byte a letter where it is ASCII, and so does a name cut from it', () => {
    const text = readText(Buffer.from('{ aNameThatNobodyElseUses }'));
    expect(formOf(text)).toBe(ONE_BYTE);
    expect(formOf(text.slice(2, 25))).toBe(ONE_BYTE);
  });
});
