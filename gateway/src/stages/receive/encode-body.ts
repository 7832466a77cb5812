import { promisify } from 'node:util';
import { type BrotliOptions, brotliCompress, constants, gzip, type ZlibOptions } from 'node:zlib';
import Negotiator from 'negotiator';

/** A body as it goes out, and what must be said of it. */
export interface EncodedBody {
  readonly bytes: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

/** Below this it fits one packet anyway. */
const ENCODED_FROM_BYTES = 1_024;
/** As good as the best for JSON within a tenth, at a fraction of the time. */
const GZIP = { level: 5 };
const BROTLI = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
};

const gzipped: (body: string | Uint8Array, options: ZlibOptions) => Promise<Buffer> = promisify(gzip);
const brotlied: (body: string | Uint8Array, options: BrotliOptions) => Promise<Buffer> = promisify(brotliCompress);

/** Compresses a body as `Accept-Encoding` says, by its quality values and then its order; a client that says nothing gets it as it is. */
export async function encodeBody(body: string | Uint8Array, acceptEncoding: string | undefined): Promise<EncodedBody> {
  if (acceptEncoding === undefined || body.length < ENCODED_FROM_BYTES) return plain(body);
  const negotiator = new Negotiator({ headers: { 'accept-encoding': acceptEncoding } });
  switch (negotiator.encoding(['br', 'gzip', 'identity'])) {
    case 'br':
      return { bytes: await brotlied(body, BROTLI), headers: { 'content-encoding': 'br' } };
    case 'gzip':
      return { bytes: await gzipped(body, GZIP), headers: { 'content-encoding': 'gzip' } };
    default:
      return plain(body);
  }
}

const plain = (body: string | Uint8Array): EncodedBody => ({
  bytes: typeof body === 'string' ? bytesOf(body) : body,
  headers: {},
});

const utf8 = new TextEncoder();
/** Room for letters beyond ASCII in a text that has few of them. */
const FEW_BYTES = 64;

/** A text in UTF-8, for which it is gone through once: most are ASCII, and need no counting before they are written. */
function bytesOf(text: string): Buffer {
  const bytes = Buffer.allocUnsafe(text.length + FEW_BYTES);
  const { read, written } = utf8.encodeInto(text, bytes);
  return read === text.length ? bytes.subarray(0, written) : Buffer.from(text);
}
