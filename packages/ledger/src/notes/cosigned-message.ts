import type { Checkpoint } from './checkpoint.js';

/** A time in seconds, big-endian, stands before a cosignature. */
export const TIME_BYTES = 8;

const LABEL = Buffer.from('subtree/v1\n\0');
/** Of a name, behind one byte that says how long it is. */
const NAME_BYTES_MAX = 255;

/** What a cosigner signs: that it saw this checkpoint as the largest at that time (C2SP tlog-cosignature, Ed25519). */
export function cosignedMessage(text: string, time: number): Buffer {
  return Buffer.from(`cosignature/v1\ntime ${time}\n${text}`);
}

/**
 * The same by ML-DSA-44: `cosigned_message` of C2SP tlog-cosignature, of the tree from its first leaf. It names the cosigner, and says nothing of
 * lines of extensions.
 */
export function subtreeMessage(name: string, time: number, { origin, size, root }: Checkpoint): Buffer {
  return Buffer.concat([LABEL, named(name), uint64(time), named(origin), uint64(0), uint64(size), root]);
}

/** Time and signature of a timestamped signature; throws when there is no room for them. */
export function readCosignature(bytes: Buffer): { readonly time: number; readonly rest: Buffer } {
  if (bytes.length <= TIME_BYTES) throw new RangeError('a cosignature without a time');
  const time = Number(bytes.readBigUInt64BE());
  if (!Number.isSafeInteger(time)) throw new RangeError('a cosignature at no time');
  return { time, rest: bytes.subarray(TIME_BYTES) };
}

/** A number as RFC 8446 writes it. */
export function uint64(value: number): Buffer {
  const bytes = Buffer.alloc(TIME_BYTES);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}

function named(text: string): Buffer {
  const bytes = Buffer.from(text);
  if (bytes.length === 0 || bytes.length > NAME_BYTES_MAX)
    throw new RangeError(`a name of no or more than ${NAME_BYTES_MAX} bytes cannot be signed by ML-DSA-44`);
  return Buffer.concat([Buffer.of(bytes.length), bytes]);
}
