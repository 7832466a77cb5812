import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { encodeBody } from './encode-body.js';

const bodies = fc.string({ unit: 'grapheme', minLength: 1_100, maxLength: 3_000 });

describe('a compressed body', () => {
  it.each([
    ['gzip', gunzipSync],
    ['br', brotliDecompressSync],
  ])('in %s is a function of the body alone, so that its length tells no more than that', async (encoding, decode) => {
    const property = fc.asyncProperty(bodies, async (body) => {
      const [first, second] = await Promise.all([encodeBody(body, encoding), encodeBody(body, encoding)]);
      expect(first.headers).toEqual({ 'content-encoding': encoding });
      expect(Buffer.from(first.bytes)).toEqual(Buffer.from(second.bytes));
      expect(decode(first.bytes).toString()).toBe(body);
    });
    await fc.assert(property, { numRuns: 50 });
  });

  it('is sent to nobody who has not asked for one', async () => {
    const body = 'x'.repeat(10_000);
    for (const accepted of [undefined, '', 'identity', 'gzip;q=0', 'zstd', ';;q=,']) {
      expect(await encodeBody(body, accepted)).toEqual({ bytes: Buffer.from(body), headers: {} });
    }
  });
});

describe('a body that is not compressed', () => {
  it('goes out in UTF-8, whatever letters are in it', async () => {
    const property = fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (body) => {
      for (const text of [body, `{"a":"${'x'.repeat(5_000)}${body}"}`, 'é'.repeat(90) + body]) {
        const { bytes } = await encodeBody(text, undefined);
        expect(Buffer.compare(bytes, Buffer.from(text))).toBe(0);
      }
    });
    await fc.assert(property, { numRuns: 100 });
  });
});
