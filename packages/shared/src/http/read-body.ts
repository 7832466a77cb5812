import type { IncomingMessage } from 'node:http';

/**
 * How far a body that is too long is read on and thrown away: whoever still sends when the connection closes sees a reset in the
 * place of the answer (RFC 9112 section 9.6).
 */
export const DRAINED_BYTES_MAX = 16 * 1024 * 1024;

/** Reads a body to its end; null when it is longer than it may be. Rejects when its sender goes away before. */
export function readBody(request: IncomingMessage, bytesMax: number): Promise<Uint8Array | null> {
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= bytesMax) chunks.push(chunk);
      else chunks = [];
      if (bytes <= DRAINED_BYTES_MAX) return;
      // Not destroyed: the answer goes over the same connection.
      request.pause();
      resolve(null);
    });
    request.on('end', () => resolve(bytes > bytesMax ? null : whole(chunks)));
    request.on('error', reject);
    request.on('close', () => {
      if (!request.complete) reject(new Error('the sender went away'));
    });
  });
}

/** Most bodies come in one piece. */
const whole = (chunks: readonly Buffer[]): Buffer => {
  const [only] = chunks;
  return only !== undefined && chunks.length === 1 ? only : Buffer.concat(chunks);
};

/** All values of a header, in the order in which they were sent; Node joins or drops what is sent twice. */
export function valuesOf({ rawHeaders }: Pick<IncomingMessage, 'rawHeaders'>, name: string): readonly string[] {
  let values = NONE;
  // Not `headersDistinct`, which makes a list of every header that was sent.
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const sent = rawHeaders[at];
    if (sent === undefined || sent.length !== name.length || sent.toLowerCase() !== name) continue;
    values = [...values, rawHeaders[at + 1] ?? ''];
  }
  return values;
}

const NONE: readonly string[] = [];
