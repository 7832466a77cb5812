import type { IncomingMessage } from 'node:http';

/**
 * How far a body that is too long is read on and thrown away: whoever still sends when the connection closes sees a reset in the
 * place of the answer (RFC 9112 section 9.6).
 */
export const DRAINED_BYTES_MAX = 16 * 1024 * 1024;

/** Reads a body to its end; null when it is longer than it may be. */
export async function readBody(request: IncomingMessage, bytesMax: number): Promise<Uint8Array | null> {
  let chunks: Buffer[] = [];
  let bytes = 0;
  // Left before its end, the request must stay open: the answer goes over the same connection.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > DRAINED_BYTES_MAX) break;
    if (bytes <= bytesMax) chunks.push(chunk);
    else chunks = [];
  }
  return bytes > bytesMax ? null : Buffer.concat(chunks);
}

/** All values of a header, in the order in which they were sent; Node joins or drops what is sent twice. */
export const valuesOf = (request: IncomingMessage, name: string): readonly string[] =>
  request.headersDistinct[name] ?? [];
