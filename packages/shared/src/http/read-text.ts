import { isAscii } from 'node:buffer';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The text of a body; throws when it is not UTF-8. ASCII is read as such: the decoder gives two bytes a letter whatever it reads, and every name that is cut
 * from its text takes them too, in each answer that is written with it.
 */
export function readText(bytes: Uint8Array): string {
  if (!isAscii(bytes)) return utf8.decode(bytes);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
