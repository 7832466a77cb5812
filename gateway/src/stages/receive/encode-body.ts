import { promisify } from 'node:util';
import { type BrotliOptions, brotliCompress, constants, gzip, type ZlibOptions } from 'node:zlib';
import Negotiator from 'negotiator';

/** A body as it goes out, and what must be said of it. */
export interface EncodedBody {
  readonly bytes: string | Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

/** Below this it fits one packet anyway. */
const ENCODED_FROM_BYTES = 1_024;
/** As good as the best for JSON within a tenth, at a fraction of the time. */
const GZIP = { level: 5 };
const BROTLI = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
};

const gzipped: (body: string, options: ZlibOptions) => Promise<Buffer> = promisify(gzip);
const brotlied: (body: string, options: BrotliOptions) => Promise<Buffer> = promisify(brotliCompress);

/** Compresses a body as `Accept-Encoding` says, by its quality values and then its order; a client that says nothing gets it as it is. */
export async function encodeBody(body: string, acceptEncoding: string | undefined): Promise<EncodedBody> {
  const plain = { bytes: body, headers: {} };
  if (acceptEncoding === undefined || body.length < ENCODED_FROM_BYTES) return plain;
  const negotiator = new Negotiator({ headers: { 'accept-encoding': acceptEncoding } });
  switch (negotiator.encoding(['br', 'gzip', 'identity'])) {
    case 'br':
      return { bytes: await brotlied(body, BROTLI), headers: { 'content-encoding': 'br' } };
    case 'gzip':
      return { bytes: await gzipped(body, GZIP), headers: { 'content-encoding': 'gzip' } };
    default:
      return plain;
  }
}
