/** A time in seconds, big-endian, stands before a cosignature. */
export const TIME_BYTES = 8;

/** What a cosigner signs: that it saw this checkpoint as the largest at that time (C2SP tlog-cosignature, Ed25519). */
export function cosignedMessage(text: string, time: number): Buffer {
  return Buffer.from(`cosignature/v1\ntime ${time}\n${text}`);
}

/** Time and signature of a timestamped signature; throws when there is no room for them. */
export function readCosignature(bytes: Buffer): { readonly time: number; readonly rest: Buffer } {
  if (bytes.length <= TIME_BYTES) throw new RangeError('a cosignature without a time');
  const time = Number(bytes.readBigUInt64BE());
  if (!Number.isSafeInteger(time)) throw new RangeError('a cosignature at no time');
  return { time, rest: bytes.subarray(TIME_BYTES) };
}
